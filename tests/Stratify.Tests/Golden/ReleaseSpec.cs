using System.Globalization;
using Stratify.Engine;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Packs that leave a run, one after another, and those that may not.</summary>
public sealed class ReleaseSpec
{
    private readonly TemporaryFolder _folder = new();
    private string _first = "", _changed = "", _few = "";

    /// <summary>Three runs of one place: as it is; with a few appointments more out of it; and with another cohort that differs in few people from one of the first.</summary>
    [OneTimeSetUp]
    public void RunThree()
    {
        Assert.That(CommandLine.Run("synth", "--people", "1500", "--seed", "9", "--out", _folder.Path).ExitCode, Is.Zero);
        Scheme("older", "age >= 50");
        var job = File.ReadAllText(At("stratify.yml"));
        WithScheme(job, "older");
        _first = Run();
        WithScheme(job, "nearly");
        Scheme("nearly", $"age >= 50 and age < {AgeOfTheOldestFew()}");
        _few = Run();
        WithScheme(job, "older");
        var lines = File.ReadAllLines(At("extracts/gp_appointments.csv"));
        File.WriteAllLines(At("extracts/gp_appointments.csv"), lines.SkipLast(40));
        _changed = Run();
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void A_pack_has_every_figure_in_long_tables_and_says_of_each_what_it_is()
    {
        var pack = Leaves(_first, "pack", "2025-05-01", "--purpose", "Board paper 12");
        var results = PublishedResults.Read(Path.Combine(_first, "tables"));

        Assert.Multiple(() =>
        {
            foreach (var table in results.Tables)
            {
                var lines = Directory.EnumerateFiles(Path.Combine(pack, "tables")).Where(file => Path.GetFileNameWithoutExtension(file) is var name && (name == table.Name || (name.StartsWith($"{table.Name}-", StringComparison.Ordinal) && char.IsAsciiDigit(name[^1])))).Order(StringComparer.Ordinal).Select(File.ReadAllLines).ToList();
                Assert.That(lines.Sum(file => file.Length - 1), Is.EqualTo(table.Rows.Count * table.Columns.Count(column => column.Unit != Unit.Text)), table.Name);
                Assert.That(lines.Max(file => file.Length), Is.LessThanOrEqualTo(5001));
                Assert.That(lines[0][0], Does.EndWith("figure,value"));
                Assert.That(File.ReadAllText(Path.Combine(pack, "context", $"{table.Name}.md")), Does.Contain("**Population.**").And.Contain("opensafely").And.Contain("This is the first."));
            }
            Assert.That(Directory.EnumerateFiles(pack, "*.svg", SearchOption.AllDirectories), Is.Empty);
            Assert.That(Directory.EnumerateFiles(Path.Combine(pack, "charts"), "*.png").All(png => File.Exists(Path.ChangeExtension(png, ".csv"))));
            Assert.That(File.ReadAllText(Path.Combine(pack, "README.md")), Does.Contain("Purpose: Board paper 12").And.Contain("no earlier release"));
            Assert.That(File.Exists(Path.Combine(pack, "report.html")), Is.False);
        });
    }

    [Test]
    public void The_checker_sees_the_true_value_beside_what_is_released_and_it_stays_in_the_ledger()
    {
        var pack = Leaves(_first, "checked", "2025-05-01");
        var lines = File.ReadAllLines(At("checked-ledger/0001/checker.csv")).Skip(1).Where(line => line.Contains(",people,", StringComparison.Ordinal)).Select(line => line.Split(',')).ToList();
        var shown = lines.Where(line => line[^2] is not ("[c]" or "[z]")).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(shown, Has.Count.GreaterThan(100));
            Assert.That(shown.All(line => Math.Abs(long.Parse(line[^2], CultureInfo.InvariantCulture) - long.Parse(line[^1], CultureInfo.InvariantCulture)) <= 2), "Rounded to five.");
            Assert.That(lines.Where(line => line[^2] == "[c]").Count(line => long.Parse(line[^1], CultureInfo.InvariantCulture) < 8), Is.Positive);
            Assert.That(Directory.EnumerateFiles(pack, "*checker*", SearchOption.AllDirectories), Is.Empty);
        });
    }

    [Test]
    public void Other_data_leave_after_twenty_eight_days_and_not_before()
    {
        Leaves(_first, "monthly", "2025-05-01");
        var soon = Release(_changed, "monthly-soon", "monthly", "2025-05-28");
        Assert.Multiple(() =>
        {
            Assert.That(soon.ExitCode, Is.EqualTo(6), soon.Error);
            Assert.That(soon.Error, Does.Contain("STR510: Release 1 left on 2025-05-01, and figures of other data may leave 28 days after it at the soonest.").And.Contain("Wait until 2025-05-29"));
            Assert.That(Directory.Exists(At("monthly-soon")), Is.False);
            Assert.That(Directory.GetDirectories(At("monthly-ledger")).Select(Path.GetFileName), Is.EqualTo(new[] { "0001" }), "What may not leave leaves nothing in the ledger.");
            Assert.That(Release(_first, "monthly-again", "monthly", "2025-05-02").ExitCode, Is.Zero, "The same figures may leave again.");
            Assert.That(Release(_changed, "monthly-later", "monthly", "2025-05-30").ExitCode, Is.Zero);
            Assert.That(File.ReadAllText(At("monthly-later/context/cost_by_setting.md")), Does.Contain("not as in release 2 of 2025-05-02"));
            Assert.That(File.ReadAllText(At("monthly-later/README.md")), Does.Contain("the 2 releases before it"));
        });
    }

    [Test]
    public void A_cohort_that_differs_in_a_few_people_from_a_released_one_does_not_leave()
    {
        Leaves(_first, "cohorts", "2025-05-01");
        var told = Release(_few, "cohorts-few", "cohorts", "2025-05-01");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.EqualTo(6), told.Error);
            Assert.That(told.Error, Does.Contain("STR511: Cohort in of scheme nearly differs in a few people from cohort in of scheme older in release 1"));
            Assert.That(Release(_few, "cohorts-alone", "cohorts-two", "2025-05-01").ExitCode, Is.Zero, "Alone it may.");
        });
    }

    [Test]
    public void A_damaged_ledger_lets_nothing_leave()
    {
        Leaves(_first, "damaged", "2025-05-01");
        File.Delete(At("damaged-ledger/0001/release.json"));
        var told = Release(_first, "damaged-next", "damaged", "2025-06-01");

        Assert.That((told.ExitCode, told.Error.Contains("STR513", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public void People_under_other_pseudonyms_cannot_be_compared_so_nothing_leaves()
    {
        Leaves(_first, "key", "2025-05-01");
        using (var warehouse = new Warehouse(new WarehouseOptions(At("key-ledger"))))
        {
            warehouse.Execute($"copy (select scheme, cohort, 'x' || person_id as person_id, year from read_parquet('{At("key-ledger/0001/members.parquet")}')) to '{At("key-ledger/0001/other.parquet")}' (format parquet)");
        }
        File.Move(At("key-ledger/0001/other.parquet"), At("key-ledger/0001/members.parquet"), overwrite: true);
        var told = Release(_first, "key-next", "key", "2025-06-01");

        Assert.That((told.ExitCode, told.Error.Contains("STR512", StringComparison.Ordinal)), Is.EqualTo((6, true)), told.Error);
    }

    [Test]
    public void A_run_whose_files_were_touched_and_a_table_that_is_none_are_refused()
    {
        var copy = At("touched");
        foreach (var file in Directory.EnumerateFiles(_first, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(_first, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        File.AppendAllText(Path.Combine(copy, "tables", "cohorts.csv"), "x\n");

        Assert.Multiple(() =>
        {
            Assert.That(Release(copy, "touched-pack", "touched", "2025-05-01").ExitCode, Is.EqualTo(4));
            var both = Release(_first, "both-pack", "both", "2025-05-01", "--tables", "cohorts", "--with-report");
            Assert.That((both.ExitCode, both.Error.Contains("cannot leave with some of them", StringComparison.Ordinal)), Is.EqualTo((2, true)), both.Error);
            var unknown = Release(_first, "unknown-pack", "unknown", "2025-05-01", "--tables", "cohort");
            Assert.That((unknown.ExitCode, unknown.Error.Contains("cohorts", StringComparison.Ordinal)), Is.EqualTo((2, true)), unknown.Error);
        });
    }

    private string At(string file) => Path.Combine(_folder.Path, file);

    private string Run()
    {
        var told = CommandLine.Run("run", At("stratify.yml"), "--json");
        Assert.That(told.ExitCode, Is.Zero.Or.EqualTo(3), told.Error);
        return told.Json.GetProperty("folder").GetString()!;
    }

    private string Leaves(string run, string name, string day, params string[] more)
    {
        var told = Release(run, name, name, day, more);
        Assert.That(told.ExitCode, Is.Zero, told.Error);
        return At(name);
    }

    private CommandLine Release(string run, string to, string ledger, string day, params string[] more) => CommandLine.Run(["release", run, "--to", At(to), "--ledger", At($"{ledger}-ledger"), "--as-of", day, .. more]);

    private void Scheme(string name, string where) => _folder.File($"{name}.yml", $$"""
        scheme: {{name}}
        title: Some
        cohorts:
          - {id: in, title: In, where: {{where}}}
          - {id: rest, title: Rest, where: everyone}
        """);

    private void WithScheme(string job, string scheme) => File.WriteAllText(At("stratify.yml"), System.Text.RegularExpressions.Regex.Replace(job, @"(?m)^schemes:.*$(\r?\n\s+-.*$)*", $"schemes: [number-of-conditions, {scheme}.yml]"));

    /// <summary>From which age there are one to seven people.</summary>
    private int AgeOfTheOldestFew()
    {
        using var warehouse = new Warehouse(new WarehouseOptions(At("work")) { Beside = Path.Combine(_first, "restricted") });
        return (int)warehouse.Count($"select min(age) from (select age, (select count(*) from read_parquet('{_first}/restricted/person_year.parquet') as older where older.age >= it.age) as people from (select distinct age from read_parquet('{_first}/restricted/person_year.parquet')) as it) where people between 1 and 7");
    }
}
