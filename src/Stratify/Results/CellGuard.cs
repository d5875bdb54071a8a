using Stratify.Engine;

namespace Stratify.Results;

/// <summary>
/// A mean over a whole group says what a few of its people cost, when only they have what it measures: it is hidden when they are few.
/// The cells stand in lines whose total is published: across, the settings of one group; down, the groups of one setting.
/// In each line what is hidden must be two cells and enough people, or subtraction would give it back.
/// </summary>
/// <param name="Cells">The published columns, each with the column of how many people have what it measures.</param>
/// <param name="Across">Label columns that name a group, whose settings the same people may use.</param>
/// <param name="Down">Label columns that name a whole, of which each person is in one group.</param>
internal sealed record CellGuard(IReadOnlyList<(string Column, string Users)> Cells, IReadOnlyList<string> Across, IReadOnlyList<string> Down)
{
    /// <summary>Cells whose column also tells how many people outside the group have what it measures: a total is published too, so where those are few, the cell would tell of them.</summary>
    internal IReadOnlyDictionary<string, string> Outside { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns that are made of a cell, and hidden where it is.</summary>
    internal IReadOnlyList<(string Column, string Of)> Follows { get; init; } = [];

    /// <summary>Rows with this text in this column are parts of no whole, so they stand in no line down.</summary>
    internal (string Column, string Text)? NoWhole { get; init; }

    internal HashSet<(int Row, string Column)> Hidden(Grid grid, Disclosure door, IReadOnlySet<int> hiddenRows)
    {
        var used = Enumerable.Range(0, grid.Count)
            .SelectMany(row => Cells.Select(cell => new UsedCell(row, cell.Column, grid.Get<long>(row, cell.Users))))
            .Where(cell => cell.Users > 0).ToList();
        var hidden = used.Where(cell => hiddenRows.Contains(cell.Row) || door.IsFew(cell.Users) || (Outside.TryGetValue(cell.Column, out var outside) && door.IsFew(grid.Get<long>(cell.Row, outside)))).ToHashSet();
        // Down first: the group that goes with another is chosen by the cells that are few, and what their own lines hide with them follows.
        var lines = used.Where(cell => NoWhole is not { } none || grid.Get<string>(cell.Row, none.Column) != none.Text).GroupBy(cell => $"{Key(grid, cell.Row, Down)}\u001F{cell.Column}").Select(line => (Cells: line.ToList(), Overlap: false))
            .Concat(used.GroupBy(cell => Key(grid, cell.Row, Across)).Select(line => (Cells: line.ToList(), Overlap: true))).ToList();
        int before;
        do
        {
            before = hidden.Count;
            foreach (var (cells, overlap) in lines) { hidden.UnionWith(Also(cells, door, (hidden, overlap))); }
        }
        while (hidden.Count > before);
        return [.. hidden.Select(cell => (cell.Row, cell.Column)), .. from cell in hidden from follower in Follows where follower.Of == cell.Column select (cell.Row, follower.Column)];
    }

    private static List<UsedCell> Also(List<UsedCell> line, Disclosure door, (HashSet<UsedCell> Hidden, bool Overlap) by)
    {
        var unseen = line.Where(by.Hidden.Contains).ToList();
        var seen = line.Where(cell => !by.Hidden.Contains(cell)).ToList();
        if (unseen.Count == 0 || seen.Count == 0) { return []; }
        var left = by.Overlap ? unseen.Max(cell => cell.Users) : unseen.Sum(cell => cell.Users);
        return unseen.Count == 1 || door.IsFew(left) ? seen.FindAll(cell => cell.Users == seen.Min(other => other.Users)) : [];
    }

    private static string Key(Grid grid, int row, IReadOnlyList<string> columns) => string.Join('\u001F', columns.Select(column => grid.Get<object>(row, column)));

    private sealed record UsedCell(int Row, string Column, long Users);
}
