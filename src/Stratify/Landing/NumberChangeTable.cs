using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Landing;

/// <summary>The tables of superseded numbers, pseudonyms all of them: which number another replaced, and how many rows came under such a one.</summary>
internal static class NumberChangeTable
{
    internal const string Name = "number_change";

    internal static IReadOnlyList<Dataset> Datasets { get; } = [.. Catalogue.All.Where(dataset => dataset.Role == DatasetRole.NumberChange)];

    /// <summary>Learns the changes from what landed. A list that contradicts itself is told with all else that is wrong with the extracts.</summary>
    internal static void Make(Warehouse warehouse, LandingBook book)
    {
        var changes = NumberChanges.Of(Datasets.SelectMany(dataset => Landed(warehouse, book, dataset)));
        book.Learn(changes);
        MemoryTable.Create(warehouse, Name, [("old_number", "bigint"), ("newest_number", "bigint")], changes.Newest.OrderBy(change => change.Key).Select(change => new object?[] { change.Key, change.Value.Token }));
    }

    /// <summary>Nothing is counted where no number is known to have been replaced.</summary>
    internal static void Count(Warehouse warehouse, LandingBook book) => MemoryTable.Create(warehouse, "number_replaced",
        [("extract", "bigint"), ("dataset", "varchar"), ("file", "varchar"), ("numbered_rows", "bigint"), ("replaced_rows", "bigint")],
        book.Files.Where(file => book.Rules.Newest.Count > 0 && file.Tally.Numbers > 0)
            .Select(file => new object?[] { (long)file.Delivery.Extract, file.Counts.Name, file.Name, file.Tally.Numbers, file.Tally.Replaced }));

    internal static SqlScript NobodyIsLeft(IReadOnlyList<Dataset> datasets)
    {
        var numbers = datasets.Where(dataset => dataset.IsOfPerson).SelectMany(dataset => dataset.Columns.Where(column => column.Kind == ColumnKind.NhsNumber).Select(column => $"select {column.Name} from {dataset.LandedTable}"));
        return new SqlScript("nobody_is_left_under_a_superseded_number", $"select old_number from {Name} where old_number in ({string.Join(" union all ", numbers)})", [], [Name], "no row stands under an NHS number that another has replaced");
    }

    private static IEnumerable<NumberChange> Landed(Warehouse warehouse, LandingBook book, Dataset dataset) => warehouse.Query($"""
        select old_number, new_number_id, extract::bigint, {LandedShape.FileOf("row_id")}::bigint, {LandedShape.LineOf("row_id")}::bigint
        from {dataset.LandedTable} where new_number is not null order by row_id
        """).Rows.Select(row => new NumberChange((long)row[0]!, Pseudonym.Parse((string)row[1]!), book.File((long)row[2]!, (long)row[3]!).Name, (long)row[4]!));
}
