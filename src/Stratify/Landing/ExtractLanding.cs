using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify.Landing;

/// <summary>
/// The station that reads a job's extracts into landed tables, with a ledger in which every row that was read has one outcome.
/// A dataset that nobody delivered has its tables too, empty.
/// </summary>
public sealed class ExtractLanding : IDisposable
{
    private readonly LandingBook _book;
    private readonly LandedStore _store;
    private readonly RelatedLanding _related;
    private readonly IReadOnlyList<Dataset> _datasets;

    /// <summary>Datasets in which rows may share a grain, by a hash of it: elsewhere none can.</summary>
    private readonly HashSet<Dataset> _repeating = [];

    public ExtractLanding(IReadOnlyList<Delivery> deliveries, LandingRules rules)
    {
        _book = new LandingBook(deliveries, rules);
        _store = new LandedStore(_book);
        _related = new RelatedLanding(_book);
        // Numbers that others replaced come first, as all other rows are read under the newest.
        _datasets = [.. NumberChangeTable.Datasets, .. Catalogue.All.Except(NumberChangeTable.Datasets), .. _related.IsNeeded ? Catalogue.RelatedTables : []];
    }

    /// <summary>Known once the stage has run: what the user should hear of extracts that were used.</summary>
    public IReadOnlyList<Problem> Notices => _book.Notices;

    /// <summary>Known once the stage has run: what the next run's extracts are held against.</summary>
    public IReadOnlyList<Feed> Feeds => _book.Feeds;

    public Stage ToStage() => new("landing", "Reading extracts",
        [
            .. NumberChangeTable.Datasets.Select(Landed),
            new CodeStep(NumberChangeTable.Name, ["old_number"], LearnNumbers),
            .. _datasets.Except(NumberChangeTable.Datasets).Select(Landed),
            .. _related.IsNeeded ? _related.Steps : [],
            new CodeStep("landing_ledger", ["extract", "dataset", "file", "outcome", "reason"], WriteLedger),
            new CodeStep("landed_total", ["extract", "dataset", "file"], WriteTotals),
            new CodeStep("reject", ["extract", "file", "line"], WriteRejects),
            new CodeStep("number_replaced", ["extract", "file"], warehouse => NumberChangeTable.Count(warehouse, _book)),
        ],
        [SqlScript.Load("every_row_is_accounted_for"), SqlScript.Load("every_pound_is_accounted_for"), NumberChangeTable.NobodyIsLeft(_datasets), .. _related.IsNeeded ? RelatedLanding.Laws : []])
    {
        Drops = [NumberChangeTable.Name, .. _related.IsNeeded ? RelatedLanding.Drops : []],
    };

    /// <summary>Lets go of the rows at rest; the tables that show them can no more be read.</summary>
    public void Dispose() => _store.Dispose();

    private CodeStep Landed(Dataset dataset) => new(dataset.LandedTable, dataset.Grain, warehouse => Land(warehouse, dataset))
    {
        CountRepeated = warehouse => _repeating.Contains(dataset) ? warehouse.RepeatedRows(LandingSql.Suspects(dataset), dataset.Grain) : 0,
    };

    private void LearnNumbers(Warehouse warehouse)
    {
        NumberChangeTable.Make(warehouse, _book);
        _store.ReadAll(warehouse, [.. _datasets.Except(NumberChangeTable.Datasets)]);
    }

    private void Land(Warehouse warehouse, Dataset dataset)
    {
        if (dataset == _datasets[0]) { Prepare(warehouse); }
        if (_store.MayRepeat(dataset)) { _repeating.Add(dataset); }
        LeaveDuplicates(warehouse, dataset);
        warehouse.Execute(_related.Changes(dataset) ? LandingSql.Tables(dataset) : LandingSql.Views(dataset));
    }

    private void LeaveDuplicates(Warehouse warehouse, Dataset dataset)
    {
        var later = _book.Deliveries.Where(delivery => delivery.Dataset == dataset && delivery.Files.Count > 1 && delivery.Turns.Max() > 0).ToLookup(delivery => delivery.Kind);
        var (replacing, periods) = (later[DeliveryKind.Replace].ToList(), later[DeliveryKind.ReplacePeriod].ToList());
        var deletes = _book.Files.Any(file => file.Delivery.Dataset == dataset && file.Columns.Any(column => column.Column == dataset.UpdateType?.Name));
        var anyReplaced = replacing.Count + periods.Count > 0;
        if (!_repeating.Contains(dataset) && !anyReplaced && !deletes) { return; }
        warehouse.Execute(LandingSql.NoDuplicates(dataset));
        if (replacing.Count > 0) { warehouse.Execute(LandingSql.Replaced(dataset, replacing)); }
        if (periods.Count > 0) { warehouse.Execute(LandingSql.ReplacedByPeriod(dataset, periods)); }
        if (_repeating.Contains(dataset)) { warehouse.Execute(LandingSql.Duplicates(dataset)); }
        if (deletes) { warehouse.Execute(LandingSql.Deletions(dataset)); }
        warehouse.Execute(LandingSql.NameSuperseded(dataset));
        WriteDuplicates(warehouse, LandingSql.CountDuplicates(dataset, among: anyReplaced || deletes ? LandingSql.All(dataset) : LandingSql.Suspects(dataset)));
        var ids = warehouse.Longs(LandingSql.DuplicateIds(dataset))[0];
        if (ids.Length > 0) { _store.Leave(dataset, ids.ToHashSet()); }
        warehouse.Execute(LandingSql.Forget(dataset));
    }

    private void Prepare(Warehouse warehouse)
    {
        _store.Open(warehouse);
        _store.ReadAll(warehouse, NumberChangeTable.Datasets);
        warehouse.Register(LandingSql.RejectFunction, _ => new RejectFeed(_book));
        warehouse.Execute("""
            create schema if not exists identity;
            create or replace table landing_file (extract integer, number integer, dataset text, file text);
            create or replace table landing_ledger (extract integer, dataset text, file text, outcome text, reason text, row_count bigint, pence bigint);
            create or replace table superseded_row (dataset text, extract integer, file integer, line bigint, later_extract integer, later_file integer, later_line bigint);
            create or replace table landed_total (extract integer, dataset text, file text, row_count bigint, pence bigint);
            """);
    }

    private void WriteDuplicates(Warehouse warehouse, string counting)
    {
        var counts = warehouse.Query(counting);
        for (var i = 0; i < counts.Count; i++)
        {
            var file = _book.File(counts.Get<long>(i, "extract"), counts.Get<long>(i, "file"));
            var (reason, amount) = (counts.Get<string>(i, "reason")!, new Amount(counts.Get<long>(i, "row_count"), counts.Get<long>(i, "pence")));
            LandingBook.Write(warehouse, file, ("duplicate", reason), amount);
            // A change that comes in a later file is what net change is for; two rows of one key in one file are not.
            if (reason == LandingSql.Superseded) { _book.NoteSuperseded(file, file.Delivery.Kind == DeliveryKind.NetChange ? counts.Get<long>(i, "in_one_file") : amount.Rows); }
            if (reason is LandingSql.ReplacedWhole or LandingSql.ReplacedPeriod) { _book.NoteReplaced(file, amount.Rows, reason == LandingSql.ReplacedWhole ? "" : " for the days that it covers"); }
        }
    }

    /// <summary>The last moment before anything is made of the rows: every file of every extract has been read, and all that is wrong is said at once.</summary>
    private void WriteLedger(Warehouse warehouse)
    {
        _book.CompareWithLastRun();
        if (_book.Problems.Count > 0) { throw new ExtractException(_book.Problems); }
        _book.Rules.Cache?.Sweep();
        foreach (var file in _book.Files)
        {
            warehouse.Execute("insert into landing_file values ($1, $2, $3, $4)", file.Delivery.Extract, file.Number, file.Counts.Name, file.Name);
            LandingBook.Write(warehouse, file, ("read", ""), file.Tally.Read);
            LandingBook.Write(warehouse, file, ("loaded", ""), Less(file.Tally.Passed, TakenOut(warehouse, file)));
            foreach (var (reason, amount) in file.Tally.Rejected) { LandingBook.Write(warehouse, file, ("rejected", reason), amount); }
            if (file.Tally.OptedOut.Rows > 0) { LandingBook.Write(warehouse, file, ("opted_out", ""), file.Tally.OptedOut); }
            if (file.Tally.OutOfScope.Rows > 0) { LandingBook.Write(warehouse, file, ("out_of_scope", ""), file.Tally.OutOfScope); }
        }
    }

    private static Amount Less(Amount passed, Amount taken) => new(passed.Rows - taken.Rows, passed.Pence - taken.Pence);

    private static Amount TakenOut(Warehouse warehouse, FileEntry file)
    {
        var sums = warehouse.Query(
            "select coalesce(sum(row_count), 0)::bigint as row_count, coalesce(sum(pence), 0)::bigint as pence from landing_ledger where outcome in ('duplicate', 'opted_out') and extract = $1 and file = $2",
            file.Delivery.Extract, file.Name);
        return new Amount(sums.Get<long>(0, "row_count"), sums.Get<long>(0, "pence"));
    }

    private void WriteTotals(Warehouse warehouse)
    {
        foreach (var dataset in _datasets) { warehouse.Execute(LandingSql.Total(dataset)); }
    }

    private static void WriteRejects(Warehouse warehouse) =>
        warehouse.Execute($"create or replace table reject as select extract::integer as extract, file, line, column_name, reason from {LandingSql.RejectFunction}('')");
}
