using System.Globalization;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>The village's job, run once for all its stories, from a copy of its folder.</summary>
[SetUpFixture]
public sealed class Village
{
    /// <summary>A warehouse answers one question at a time, and fixtures ask side by side.</summary>
    private static readonly Lock _door = new();

    private static TemporaryFolder? _folder;
    private static Warehouse? _warehouse;

    /// <summary>How the run ended.</summary>
    internal static RunOutcome Outcome { get; private set; } = null!;

    /// <summary>The stations that it passed, as progress told them.</summary>
    internal static IReadOnlyList<RunEvent> Stations { get; private set; } = [];

    /// <summary>
    /// Rows of a query, drawn. <c>published_person_year</c> and <c>published_cohort_member</c> are what the run left for those who
    /// may see single people, <c>ledger</c> its ledger, and <c>villager</c> says who a pseudonym is. What becomes of single events
    /// is not published, so the run's own tables are there too, made by the same stations, those included that a run drops.
    /// </summary>
    internal static string Draw(string sql)
    {
        lock (_door) { return Table.Draw(_warehouse!.Query(sql)); }
    }

    internal static long Count(string sql)
    {
        lock (_door) { return _warehouse!.Count(sql); }
    }

    [OneTimeSetUp]
    public void Run()
    {
        _folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Villager.Folder, "*", SearchOption.AllDirectories)) { Copy(file); }
        var job = JobReader.Read(Path.Combine(_folder.Path, "stratify.yml"));
        var told = new Told();
        Outcome = Stratify.Run.Execute(job, new RunOptions(), told);
        Stations = told.Events;
        _warehouse = new Warehouse(new WarehouseOptions(_folder.Path, Threads: 1));
        var plan = Planner.Plan(job);
        foreach (var station in Pipeline.Stations(plan, new ExtractLanding(plan.Deliveries, plan.Landing))) { Stages.Run(station with { Drops = [] }, _warehouse); }
        Open(_warehouse, Outcome.Folder);
        Name(_warehouse, plan.Landing.Pseudonyms);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        _warehouse?.Dispose();
        _folder?.Dispose();
    }

    private static void Open(Warehouse warehouse, string run) => warehouse.Execute($"""
        create table published_person_year as from read_parquet('{run}/restricted/person_year.parquet');
        create table published_cohort_member as from read_parquet('{run}/restricted/cohort_member.parquet');
        create table ledger as from read_csv('{run}/ledger.csv', header = true, auto_detect = false, delim = ',', quote = '"', columns = {"{"}
            extract: 'integer', dataset: 'varchar', file: 'varchar', outcome: 'varchar', reason: 'varchar', rows: 'bigint', pounds: 'decimal(18, 2)'{"}"});
        """);

    private static void Name(Warehouse warehouse, Pseudonyms pseudonyms)
    {
        warehouse.Execute("create table villager (number integer, who varchar, person_id varchar, token bigint)");
        foreach (var villager in Villager.All)
        {
            var pseudonym = pseudonyms.OfNumber(long.Parse(villager.NhsNumber, CultureInfo.InvariantCulture));
            warehouse.Execute("insert into villager values ($1, $2, $3, $4)", villager.Number, villager.Who, pseudonym.ToString(), pseudonym.Token);
        }
    }

    private static void Copy(string file)
    {
        var to = Path.Combine(_folder!.Path, Path.GetRelativePath(Villager.Folder, file));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(file, to);
    }

    /// <summary>Keeps what it is told at once, where Progress of T would tell it later and elsewhere.</summary>
    private sealed class Told : IProgress<RunEvent>
    {
        internal List<RunEvent> Events { get; } = [];

        public void Report(RunEvent value) => Events.Add(value);
    }
}
