using System.Text.Json;
using Stratify.Engine;
using Stratify.Planning.Risks;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>The risk of the next year in a town of three years, held against its person-years; and what is said and written of it.</summary>
public sealed class RiskSpec
{
    private readonly TemporaryFolder _folder = new();
    private string _run = "";
    private RiskTables _tables = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        YearsTown.Write(_folder.Path, 6000, "2022/23", "2023/24", "2024/25");
        _run = Run("reports");
        using var study = Studies.Study.Open(_run);
        _tables = RiskStudy.Make(study, 1).Tables;
    }

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void It_is_learnt_from_the_first_two_years_and_tested_on_the_last()
    {
        var both = "from people as before join people as after using (person_id) where before.year = '{0}' and after.year = '{1}'";
        double Both(string before, string after, string also = "") => Ask($"select count(*) {both.Replace("{0}", before, StringComparison.Ordinal).Replace("{1}", after, StringComparison.Ordinal)}{also}");

        Assert.Multiple(() =>
        {
            Assert.That((_tables.Models.Text(0, "fitted_on"), _tables.Models.Text(0, "tested_on")), Is.EqualTo(("2022/23 to 2023/24", "2023/24 to 2024/25")));
            Assert.That(Value(_tables.Models, 0, "fitted_people"), Is.EqualTo(Both("2022/23", "2023/24")).Within(2.5));
            Assert.That(Value(_tables.Models, 0, "people"), Is.EqualTo(Both("2023/24", "2024/25")).Within(2.5));
            Assert.That(Value(_tables.Models, 0, "happened"), Is.EqualTo(Both("2023/24", "2024/25", " and after.emergency_admissions > 0")).Within(2.5));
            Assert.That(Value(_tables.Models, 1, "happened"), Is.EqualTo(0.05 * Both("2023/24", "2024/25")).Within(3.5));
        });
    }

    /// <summary>People keep their need from year to year here, so a risk that is worth anything tells most pairs apart and expects about as many as come.</summary>
    [Test]
    public void It_tells_people_apart_and_expects_as_many_as_come() => Assert.Multiple(() =>
    {
        for (var row = 0; row < 2; row++)
        {
            Assert.That(Value(_tables.Models, row, "area_lower"), Is.GreaterThan(0.65));
            Assert.That(Value(_tables.Models, row, "area_upper"), Is.LessThan(0.97));
            Assert.That(Value(_tables.Models, row, "observed_over_expected"), Is.InRange(RiskTables.Band.From, RiskTables.Band.To));
            Assert.That(Value(_tables.Models, row, "slope"), Is.InRange(RiskTables.Band.From, RiskTables.Band.To));
        }
    });

    [Test]
    public void Tenths_and_groups_are_all_people_and_no_few_are_seen() => Assert.Multiple(() =>
    {
        foreach (var outcome in new[] { 0, 1 })
        {
            var (name, people) = (_tables.Models.Text(outcome, "outcome"), Value(_tables.Models, outcome, "people"));
            var tenths = _tables.Calibration.Where(("outcome", name)).ToList();
            Assert.That(tenths.Sum(row => Value(_tables.Calibration, row, "people")), Is.EqualTo(people).Within(2.5 * (tenths.Count + 1)));
            Assert.That(tenths.Sum(row => Value(_tables.Calibration, row, "observed")), Is.EqualTo(Value(_tables.Models, outcome, "happened")).Within(2.5 * (tenths.Count + 1)));
            Assert.That(_tables.Equity.Where(("outcome", name), ("by", "deprivation")).Count(row => _tables.Equity[row, "people"].IsHidden), Is.Not.EqualTo(1), "One hidden group would be had back from the others");
        }
        foreach (var table in new[] { _tables.Models, _tables.Calibration, _tables.Lists, _tables.Equity, _tables.Weights })
        {
            foreach (var column in table.Columns.Where(column => column.Unit == Unit.Count && column.Name != "expected")) { Assert.That(table.Rows.Select((_, row) => table[row, column.Name].Number ?? 0), Has.None.InRange(1, 9), $"{table.Name}.{column.Name}"); }
        }
    });

    [Test]
    public void A_longer_list_finds_more_and_what_it_would_take_follows_from_what_it_holds()
    {
        var rows = _tables.Lists.Where(("outcome", "emergency_admission")).Where(row => _tables.Lists[row, "of_admissions"].Number is not null).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThanOrEqualTo(2));
            Assert.That(rows.ConvertAll(row => Value(_tables.Lists, row, "found")), Is.Ordered.Ascending);
            foreach (var row in rows)
            {
                var share = Value(_tables.Lists, row, "of_admissions");
                Assert.That(Value(_tables.Lists, row, "of_admissions_lower"), Is.LessThan(share));
                Assert.That(Value(_tables.Lists, row, "of_admissions_upper"), Is.GreaterThan(share));
                Assert.That(_tables.Lists[row, "cut_for_tenth"], share < 0.1 ? Is.EqualTo(NotApplicableCell.Instance) : Is.Not.EqualTo(NotApplicableCell.Instance));
                if (share >= 0.1) { Assert.That(Value(_tables.Lists, row, "cut_for_tenth"), Is.EqualTo(0.1 / share).Within(0.01)); }
            }
        });
    }

    [Test]
    public void Pages_say_what_a_list_cannot_do_and_nobody_is_in_them()
    {
        var (to, lists) = (At("risk"), Path.Combine(_run, "restricted", "lists"));
        if (Directory.Exists(lists)) { Directory.Delete(lists, recursive: true); }
        var told = CommandLine.Run("risk", "--run", _run, "--to", to);
        var written = string.Join('\n', Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".html" or ".csv" or ".json" or ".svg").Select(File.ReadAllText));
        var (first, again) = (CommandLine.Run("risk", "--run", _run, "--json").Out, CommandLine.Run("risk", "--run", _run, "--json").Out);
        var somebody = Ids("order by person_id limit 200");

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            foreach (var file in new[] { "report.pdf", "charts/risk-emergency-admission.png", "charts/risk-high-cost.csv", "tables/risk_models.csv", "tables/risk_calibration.csv", "tables/risk_lists.csv", "tables/risk_equity.csv", "tables/risk_weights.csv" }) { Assert.That(File.Exists(Path.Combine(to, file)), file); }
            Assert.That(written, Does.Contain("regression to the mean").And.Contain("107.5%").And.Contain("No counterfactual").And.Not.Contain("saving").IgnoreCase);
            Assert.That(told.Out, Does.Contain("107.5%").And.Contain("95% interval").And.Not.Contain("saving").IgnoreCase);
            Assert.That(somebody.Where(id => written.Contains(id, StringComparison.Ordinal) || told.Out.Contains(id, StringComparison.Ordinal)), Is.Empty);
            Assert.That(again, Is.EqualTo(first), "The same question has the same answer to the byte");
            Assert.That(Directory.Exists(lists), Is.False, "No list unless asked for");
        });
    }

    [Test]
    public void A_list_of_people_stays_in_restricted_with_its_purpose_and_the_run_stays_whole()
    {
        var told = CommandLine.Run("risk", "--run", _run, "--list", "winter.csv", "--purpose", "Review by pharmacists", "--per-thousand", "20");
        var lists = Path.Combine(_run, "restricted", "lists");
        var lines = told.ExitCode == 0 ? File.ReadAllLines(Path.Combine(lists, "winter.csv")) : [""];
        using var beside = JsonDocument.Parse(told.ExitCode == 0 ? File.ReadAllText(Path.Combine(lists, "winter.json")) : "{}");
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(_run, "restricted", "population", "population.json")));
        var living = Ids("where year = '2024/25' and not died").ToHashSet();
        var risks = lines.Skip(1).Select(line => double.Parse(line.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            Assert.That(lines[0], Is.EqualTo("rank,person_id,risk_of_emergency_admission,risk_of_high_cost"));
            Assert.That(lines, Has.Length.EqualTo(1 + (int)Math.Ceiling(living.Count * 0.02)));
            Assert.That(lines.Skip(1).Select(line => line.Split(',')[1]), Is.SubsetOf(living).And.Unique);
            Assert.That(risks, Is.Ordered.Descending);
            Assert.That(beside.RootElement.GetProperty("purpose").GetString(), Is.EqualTo("Review by pharmacists"));
            if (!OperatingSystem.IsWindows()) { Assert.That(File.GetUnixFileMode(lists), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)); }
            Assert.That(CommandLine.Run("verify", _run).ExitCode, Is.Zero);
            Assert.That(RestingPopulation.Find(_run, index.RootElement.GetProperty("population").GetString()!), Is.Not.Null);
        });
    }

    [TestCase("/tmp/people.csv", "Review", "restricted/lists")]
    [TestCase("../people.csv", "Review", "restricted/lists")]
    [TestCase("people.txt", "Review", "ends in .csv")]
    [TestCase("people.csv", "  ", "needs a purpose")]
    [TestCase("people.csv", null, "needs a purpose")]
    [TestCase(null, "Review", "none is asked for")]
    public void A_list_elsewhere_or_for_nothing_is_refused(string? file, string? purpose, string says)
    {
        var told = CommandLine.Run(["risk", "--run", _run, .. file is null ? Array.Empty<string>() : ["--list", file], .. purpose is null ? Array.Empty<string>() : ["--purpose", purpose]]);

        Assert.That((told.ExitCode, told.Error.Contains(says, StringComparison.Ordinal)), Is.EqualTo((2, true)), told.Error);
    }

    [Test]
    public void With_two_years_it_is_tested_on_the_half_that_it_was_not_learnt_from()
    {
        var job = At("stratify.yml");
        var three = File.ReadAllText(job);
        File.WriteAllText(job, three.Replace("[2022/23, 2023/24, 2024/25]", "[2023/24, 2024/25]", StringComparison.Ordinal));
        var told = CommandLine.Run("risk", "--run", Run("two"));
        File.WriteAllText(job, three);

        Assert.That((told.ExitCode, told.Out.Contains("the other half of them", StringComparison.Ordinal)), Is.EqualTo((0, true)), told.Error);
    }

    [Test]
    public void With_one_year_it_is_refused_with_the_way_out()
    {
        using var job = new SmallJob();
        job.Run();
        var told = CommandLine.Run("risk", "--run", job.Output);

        Assert.That((told.ExitCode, told.Error.Contains("STR141", StringComparison.Ordinal), told.Error.Contains("period: [2023/24, 2024/25]", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told.Error);
    }

    private string At(string file) => Path.Combine(_folder.Path, file);

    private string Run(string output)
    {
        var told = CommandLine.Run("run", At("stratify.yml"), "--out", At(output), "--json");
        Assert.That(told.ExitCode, Is.Zero.Or.EqualTo(3), told.Error);
        return told.Json.GetProperty("folder").GetString()!;
    }

    private static double Value(ResultTable table, int row, string column) => table[row, column].Number ?? double.NaN;

    private List<string> Ids(string which) => [.. Open(warehouse => warehouse.Query($"select person_id from read_parquet('{_run}/restricted/person_year.parquet') {which}")).Rows.Select(row => (string)row[0]!)];

    private long Ask(string sql) => Open(warehouse => warehouse.Count(sql.Replace("people as", $"read_parquet('{_run}/restricted/person_year.parquet') as", StringComparison.Ordinal)));

    private T Open<T>(Func<Warehouse, T> ask)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(At("work")) { Beside = Path.Combine(_run, "restricted") });
        return ask(warehouse);
    }
}
