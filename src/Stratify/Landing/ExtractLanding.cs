using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>
/// The station that reads a job's extracts into landed tables, with a ledger in which every row that was read has one outcome.
/// A dataset that nobody delivered has its tables too, empty.
/// </summary>
public sealed class ExtractLanding
{
    private readonly LandingBook _book;

    public ExtractLanding(IReadOnlyList<Delivery> deliveries, LandingRules rules) => _book = new LandingBook(deliveries, rules);

    /// <summary>Known once the stage has run: what the user should hear of extracts that were used.</summary>
    public IReadOnlyList<Problem> Notices => _book.Notices;

    /// <summary>Known once the stage has run: what the next run's extracts are held against.</summary>
    public IReadOnlyList<Feed> Feeds => _book.Feeds;

    public Stage ToStage() => new("landing", "Reading extracts",
        [
            .. Catalogue.All.Select(dataset => new CodeStep(dataset.LandedTable, dataset.Grain, warehouse => Land(warehouse, dataset))),
            new CodeStep("landing_ledger", ["extract", "dataset", "file", "outcome", "reason"], WriteLedger),
            new CodeStep("landed_total", ["extract", "dataset", "file"], WriteTotals),
            new CodeStep("reject", ["extract", "file", "line"], WriteRejects),
        ],
        [SqlScript.Load("every_row_is_accounted_for"), SqlScript.Load("every_pound_is_accounted_for")]);

    private void Land(Warehouse warehouse, Dataset dataset)
    {
        if (dataset == Catalogue.All[0]) { Prepare(warehouse); }
        warehouse.Execute(LandingSql.Read(dataset));
        FindDuplicates(warehouse, dataset);
        WriteDuplicates(warehouse, dataset);
        warehouse.Execute(LandingSql.Settle(dataset));
    }

    private void FindDuplicates(Warehouse warehouse, Dataset dataset)
    {
        var replacing = _book.Deliveries.Where(delivery => delivery.Dataset == dataset && delivery.Kind == DeliveryKind.Replace && delivery.Turns.Max() > 0).ToList();
        warehouse.Execute(LandingSql.NoDuplicates(dataset));
        if (replacing.Count > 0) { warehouse.Execute(LandingSql.Replaced(dataset, replacing)); }
        warehouse.Execute(LandingSql.Duplicates(dataset, replacing.Count > 0, warehouse.MayRepeat(dataset.LandedTable, dataset.Grain) ?? "false"));
        if (dataset.UpdateType is not null) { warehouse.Execute(LandingSql.Deletions(dataset)); }
        warehouse.Execute(LandingSql.NameSuperseded(dataset));
    }

    private void Prepare(Warehouse warehouse)
    {
        warehouse.Register(LandingSql.Function, name => new DatasetFeed(Catalogue.Find(name)!, _book));
        warehouse.Register(LandingSql.RejectFunction, _ => new RejectFeed(_book));
        warehouse.Execute("""
            create schema if not exists identity;
            create or replace table landing_file (extract integer, number integer, dataset text, file text);
            create or replace table landing_ledger (extract integer, dataset text, file text, outcome text, reason text, row_count bigint, pence bigint);
            create or replace table superseded_row (dataset text, extract integer, file integer, line bigint, later_extract integer, later_file integer, later_line bigint);
            create or replace table landed_total (extract integer, dataset text, file text, row_count bigint, pence bigint);
            """);
    }

    private void WriteDuplicates(Warehouse warehouse, Dataset dataset)
    {
        var counts = warehouse.Query(LandingSql.CountDuplicates(dataset));
        for (var i = 0; i < counts.Count; i++)
        {
            var file = _book.Files.Single(entry => entry.Delivery.Extract == counts.Get<long>(i, "extract") && entry.Number == counts.Get<long>(i, "file"));
            var (reason, amount) = (counts.Get<string>(i, "reason")!, new Amount(counts.Get<long>(i, "row_count"), counts.Get<long>(i, "pence")));
            Write(warehouse, file, ("duplicate", reason), amount);
            // A change that comes in a later file is what net change is for; two rows of one key in one file are not.
            if (reason == LandingSql.Superseded) { _book.NoteSuperseded(file, file.Delivery.Kind == DeliveryKind.NetChange ? counts.Get<long>(i, "in_one_file") : amount.Rows); }
            if (reason == LandingSql.ReplacedWhole) { _book.NoteReplaced(file, amount.Rows); }
        }
    }

    /// <summary>The last moment before anything is made of the rows: every file of every extract has been read, and all that is wrong is said at once.</summary>
    private void WriteLedger(Warehouse warehouse)
    {
        _book.CompareWithLastRun();
        if (_book.Problems.Count > 0) { throw new ExtractException(_book.Problems); }
        foreach (var file in _book.Files)
        {
            warehouse.Execute("insert into landing_file values ($1, $2, $3, $4)", file.Delivery.Extract, file.Number, file.Delivery.Dataset.Name, file.Name);
            Write(warehouse, file, ("read", ""), file.Tally.Read);
            Write(warehouse, file, ("loaded", ""), Less(file.Tally.Passed, Duplicates(warehouse, file)));
            foreach (var (reason, amount) in file.Tally.Rejected) { Write(warehouse, file, ("rejected", reason), amount); }
            if (file.Tally.OptedOut.Rows > 0) { Write(warehouse, file, ("opted_out", ""), file.Tally.OptedOut); }
            if (file.Tally.OutOfScope.Rows > 0) { Write(warehouse, file, ("out_of_scope", ""), file.Tally.OutOfScope); }
        }
    }

    private static Amount Less(Amount passed, Amount duplicates) => new(passed.Rows - duplicates.Rows, passed.Pence - duplicates.Pence);

    private static Amount Duplicates(Warehouse warehouse, FileEntry file)
    {
        var sums = warehouse.Query(
            "select coalesce(sum(row_count), 0)::bigint as row_count, coalesce(sum(pence), 0)::bigint as pence from landing_ledger where outcome = 'duplicate' and extract = $1 and file = $2",
            file.Delivery.Extract, file.Name);
        return new Amount(sums.Get<long>(0, "row_count"), sums.Get<long>(0, "pence"));
    }

    private static void Write(Warehouse warehouse, FileEntry file, (string Outcome, string Reason) line, Amount amount) =>
        warehouse.Execute("insert into landing_ledger values ($1, $2, $3, $4, $5, $6, $7)",
            file.Delivery.Extract, file.Delivery.Dataset.Name, file.Name, line.Outcome, line.Reason, amount.Rows, amount.Pence);

    private static void WriteTotals(Warehouse warehouse)
    {
        foreach (var dataset in Catalogue.All) { warehouse.Execute(LandingSql.Total(dataset)); }
    }

    private static void WriteRejects(Warehouse warehouse) =>
        warehouse.Execute($"create or replace table reject as select extract::integer as extract, file, line, column_name, reason from {LandingSql.RejectFunction}('')");
}
