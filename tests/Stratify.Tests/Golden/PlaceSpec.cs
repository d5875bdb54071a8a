using Stratify.Engine;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>The whole report of one place.</summary>
public sealed class PlaceSpec
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public void Invent() => Assert.That(CommandLine.Run("synth", "--people", "1500", "--seed", "5", "--out", _folder.Path).ExitCode, Is.Zero);

    [OneTimeTearDown]
    public void Clear() => _folder.Dispose();

    [Test]
    public void Every_table_and_the_report_are_of_the_place_and_say_so()
    {
        var whole = Run("whole", "");
        var name = Ask(whole, "select neighbourhood from people group by neighbourhood order by count(*) desc, neighbourhood limit 1");
        var place = Run("place", $"place: {{neighbourhood: {name}}}\n");
        var report = File.ReadAllText(Path.Combine(place, "report.html"));

        Assert.Multiple(() =>
        {
            Assert.That(Ask(place, $"select count(*)::varchar from everybody where neighbourhood = '{name}' and person_id not in (select person_id from people)", whole), Is.EqualTo("0"));
            Assert.That(Ask(place, $"select count(*)::varchar from people join everybody using (person_id) where everybody.neighbourhood = '{name}' and people.cost <> everybody.cost", whole), Is.EqualTo("0"));
            // Who is there beside them has moved away, or is on the list of another place too.
            Assert.That(Ask(place, $"select count(*)::varchar from people join everybody using (person_id) where everybody.neighbourhood <> '{name}' and people.days_registered > everybody.days_registered", whole), Is.EqualTo("0"));
            Assert.That(Ask(place, "select count(*)::varchar from people anti join everybody using (person_id)", whole), Is.EqualTo("0"));
            Assert.That(report, Does.Contain($"(neighbourhood {name})").And.Contain("and nobody else; who moves away leaves"));
            Assert.That(File.ReadAllText(Path.Combine(place, "tables", "unattributed.csv")), Does.Contain("registered elsewhere"));
            Assert.That(CommandLine.Run("verify", place).ExitCode, Is.Zero);
        });
    }

    [TestCase("place: {town: Yeovil}\n", "'place' must name places of one level: practice, neighbourhood, practice_group, provider, sub_icb, msoa, local_authority.")]
    [TestCase("place: {practice: [X99999]}\n", "Nobody of the register is in the practice 'X99999'.")]
    public void What_is_wrong_with_it_is_said_with_its_line(string line, string says)
    {
        var told = Told("wrong", line);

        Assert.That((told.ExitCode, told.Error.Contains(says, StringComparison.Ordinal), told.Error.Contains("wrong.yml:", StringComparison.Ordinal)), Is.EqualTo((2, true, true)), told.Error);
    }

    private string Run(string name, string line)
    {
        var told = Told(name, line);
        Assert.That(told.ExitCode, Is.Zero.Or.EqualTo(3), told.Error);
        return told.Json.GetProperty("folder").GetString()!;
    }

    private CommandLine Told(string name, string line)
    {
        var job = File.ReadAllText(Path.Combine(_folder.Path, "stratify.yml"));
        _folder.File($"{name}.yml", line + job);
        return CommandLine.Run("run", Path.Combine(_folder.Path, $"{name}.yml"), "--out", Path.Combine(_folder.Path, "reports", name), "--json");
    }

    /// <param name="everybody">Another run, whose people are there too.</param>
    private string Ask(string run, string sql, string? everybody = null)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(Path.Combine(_folder.Path, "work")) { Beside = Path.Combine(_folder.Path, "reports") });
        warehouse.Execute($"create view people as select * from read_parquet('{run}/restricted/person_year.parquet')");
        warehouse.Execute($"create view everybody as select * from read_parquet('{everybody ?? run}/restricted/person_year.parquet')");
        return (string)warehouse.Query(sql).Rows[0][0]!;
    }
}
