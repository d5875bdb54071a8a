using Stratify.Datasets;
using Stratify.Engine;

namespace Stratify.Quality;

/// <summary>Counts what is odd about the data, in two visits: to landed rows before linkage lets go of what identifies people, and to events once they are costed.</summary>
public static class QualityStage
{
    private const string Counts = "row_check_count";

    /// <summary>Between landing and linkage.</summary>
    public static Stage OfRows(IReadOnlyList<Dataset> datasets) => new(
        "row-quality",
        "Checking rows",
        Steps:
        [
            new SelectStep(SqlScript.Load("register_birth")),
            new CodeStep(Counts, ["check_name", "dataset", "column_name"], warehouse => Count(warehouse, datasets)),
            .. CheckCatalogue.OfTheRegister.Select(check => new SelectStep(Check.Script(check.Name))),
        ],
        Laws: [])
    {
        Drops = ["register_birth"],
    };

    /// <summary>Only of what was landed are rows looked at: most jobs send a few of the datasets, and a query of all takes a fifth of a second before its first row.</summary>
    private static void Count(Warehouse warehouse, IReadOnlyList<Dataset> datasets)
    {
        var landed = datasets.Where(dataset => warehouse.Count($"select count(*) from (select 1 from {dataset.LandedTable} limit 1)") > 0).ToList();
        MemoryTable.Create(warehouse, Counts, [("check_name", "varchar"), ("dataset", "varchar"), ("column_name", "varchar"), ("violations", "bigint"), ("counted", "bigint")],
            datasets.Except(landed).SelectMany(ColumnChecks.OfNothing));
        foreach (var dataset in landed) { warehouse.Execute($"insert into {Counts}\n{ColumnChecks.Sql(dataset)}"); }
    }

    /// <summary>After costing: every check is judged, and every figure given its verdict.</summary>
    public static Stage OfEvents(Thresholds thresholds) => new(
        "quality",
        "Checking events, and which figures may be used",
        Steps:
        [
            .. CheckCatalogue.OfEvents.Select(check => new SelectStep(Check.Script(check.Name))),
            new SelectStep(SqlScript.Derived("check_count", AllCounts(), ["check_name", "dataset", "column_name"])),
            new CodeStep("measure_check", ["check_name", "dataset", "column_name"], warehouse => Judge(warehouse, thresholds)),
            new CodeStep("measure_verdict", ["output"], warehouse => Decide(warehouse, thresholds)),
        ],
        Laws: [SqlScript.Load("a_share_is_of_a_whole")]);

    /// <summary>What was counted, with a line for every question that makes sense, asked or not.</summary>
    public static IReadOnlyList<Judgement> Judgements(Warehouse warehouse, Thresholds thresholds)
    {
        var delivered = warehouse.Query("select distinct dataset from landing_ledger where outcome = 'read'").Rows.Select(row => (string)row[0]!).ToHashSet();
        var counts = warehouse.Query("select check_name, dataset, column_name, violations, counted from check_count").Rows
            .ToDictionary(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!), row => ((long)row[3]!, (long)row[4]!));
        return
        [
            .. from dataset in Catalogue.All
               from check in CheckCatalogue.All
               where check.IsAskedOf(dataset)
               from column in ColumnsOf(check, dataset, counts.Keys)
               let count = counts.GetValueOrDefault((check.Name, dataset.Name, column))
               select Judgement.Of(new CheckCount(check.Name, dataset.Name, column, count.Item1, count.Item2, delivered.Contains(dataset.Name)), thresholds),
        ];
    }

    /// <summary>A check of columns is asked of those that the dataset has; any other once, of no column.</summary>
    private static IEnumerable<string> ColumnsOf(Check check, Dataset dataset, IEnumerable<(string Check, string Dataset, string Column)> counted) => CheckCatalogue.OfColumns.Contains(check)
        ? counted.Where(key => key.Check == check.Name && key.Dataset == dataset.Name).Select(key => key.Column).Order(StringComparer.Ordinal)
        : [""];

    private static string AllCounts() => $"select * from {Counts}" + string.Concat(CheckCatalogue.OfTheRegister.Concat(CheckCatalogue.OfEvents)
        .Select(check => $"\nunion all select '{check.Name}', dataset, '', violations, counted from {check.Table}"));

    private static void Judge(Warehouse warehouse, Thresholds thresholds) => MemoryTable.Create(warehouse, "measure_check",
        [("position", "bigint"), ("check_name", "varchar"), ("category", "varchar"), ("dataset", "varchar"), ("column_name", "varchar"), ("counts", "varchar"), ("out_of", "varchar"),
            ("violations", "bigint"), ("counted", "bigint"), ("outcome", "varchar"), ("reason", "varchar")],
        Judgements(warehouse, thresholds).Select((it, i) => (it, i, check: CheckCatalogue.Find(it.Count.Check)!)).Select(row => new object?[]
        {
            (long)row.i, row.check.Name, row.check.Category, row.it.Count.Dataset, row.it.Count.Column, row.check.Counts, row.check.Of,
            row.it.Count.Violations, row.it.Count.Counted, Judgement.Word(row.it.Outcome), row.it.Reason,
        }));

    private static void Decide(Warehouse warehouse, Thresholds thresholds) => MemoryTable.Create(warehouse, "measure_verdict",
        [("position", "bigint"), ("output", "varchar"), ("title", "varchar"), ("may_be_used", "varchar"), ("why", "varchar")],
        Verdict.All(Judgements(warehouse, thresholds)).Select((verdict, i) => new object?[] { (long)i, verdict.Output, verdict.Title, verdict.Use, string.Join(' ', verdict.Why) }));
}
