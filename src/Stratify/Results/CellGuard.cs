using Stratify.Engine;

namespace Stratify.Results;

/// <summary>
/// A mean over a whole group says what a few of its people cost, when only they have what it measures: it is hidden when they are few, or when one
/// of them has nearly all of it. The cells stand in lines whose total is published: across, the settings of one group; down, the groups of one
/// setting. In each line what is hidden must be two cells, enough people and the pounds of more than one of them, or subtraction would give it back.
/// </summary>
/// <param name="Cells">The published columns, each with the column of how many people have what it measures, and of its pence where it is money.</param>
/// <param name="Across">Label columns that name a group, whose settings the same people may use.</param>
/// <param name="Down">Label columns that name a whole, of which each person is in one group.</param>
internal sealed record CellGuard(IReadOnlyList<(string Column, string Users, string? Pence)> Cells, IReadOnlyList<string> Across, IReadOnlyList<string> Down)
{
    /// <summary>Cells whose columns also tell how many people outside the group have what it measures, and their pence: a total is published too, so where those are few, or one has nearly all, the cell would tell of them.</summary>
    internal IReadOnlyDictionary<string, (string Users, string Pence)> Outside { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>Columns that are made of a cell, and hidden where it is.</summary>
    internal IReadOnlyList<(string Column, string Of)> Follows { get; init; } = [];

    /// <summary>Rows with this text in this column are parts of no whole, so they stand in no line down.</summary>
    internal (string Column, string Text)? NoWhole { get; init; }

    /// <param name="hiddenCells">Cells that are hidden for a reason of another table.</param>
    internal HashSet<(int Row, string Column)> Hidden(Grid grid, Disclosure door, IReadOnlySet<int> hiddenRows, IReadOnlySet<(int Row, string Column)> hiddenCells)
    {
        var used = Enumerable.Range(0, grid.Count)
            .SelectMany(row => Cells.Select(cell => new UsedCell(row, cell.Column, grid.Get<long>(row, cell.Users), cell.Pence is null ? null : Magnitude.Of(grid, row, cell.Pence))))
            .Where(cell => cell.Users > 0 || cell.Money is { Largest: > 0 }).ToList();
        var hidden = used.Where(cell => hiddenRows.Contains(cell.Row) || hiddenCells.Contains((cell.Row, cell.Column)) || door.IsFew(cell.Users) || door.IsDominated(cell.Money) || IsTold(grid, cell, door)).ToHashSet();
        // Down first: the group that goes with another is chosen by the cells that are few, and what their own lines hide with them follows.
        var lines = used.Where(cell => NoWhole is not { } none || grid.Get<string>(cell.Row, none.Column) != none.Text).GroupBy(cell => $"{ResultDefinition.Key(grid, cell.Row, Down)}\u001F{cell.Column}").Select(line => (Cells: line.ToList(), Overlap: false))
            .Concat(used.GroupBy(cell => ResultDefinition.Key(grid, cell.Row, Across)).Select(line => (Cells: line.ToList(), Overlap: true))).ToList();
        int before;
        do
        {
            before = hidden.Count;
            foreach (var (cells, overlap) in lines) { hidden.UnionWith(Also(cells, door, (hidden, overlap))); }
        }
        while (hidden.Count > before);
        return [.. hidden.Select(cell => (cell.Row, cell.Column)), .. from cell in hidden from follower in Follows where follower.Of == cell.Column select (cell.Row, follower.Column)];
    }

    /// <summary>Whether a cell would tell of those outside its group.</summary>
    private bool IsTold(Grid grid, UsedCell cell, Disclosure door) =>
        Outside.TryGetValue(cell.Column, out var outside) && (door.IsFew(grid.Get<long>(cell.Row, outside.Users)) || door.IsDominated(Magnitude.Of(grid, cell.Row, outside.Pence)));

    private static List<UsedCell> Also(List<UsedCell> line, Disclosure door, (HashSet<UsedCell> Hidden, bool Overlap) by)
    {
        var unseen = line.Where(by.Hidden.Contains).ToList();
        var seen = line.Where(cell => !by.Hidden.Contains(cell)).ToList();
        if (unseen.Count == 0 || seen.Count == 0) { return []; }
        var left = by.Overlap ? unseen.Max(cell => cell.Users) : unseen.Sum(cell => cell.Users);
        // Where only some cells of a line are pounds, they do not add up to any that are told.
        var isDominated = line.TrueForAll(cell => cell.Money is not null) && door.IsDominated(Magnitude.Together([.. unseen.Select(cell => cell.Money).OfType<Magnitude>()], by.Overlap));
        return unseen.Count == 1 || door.IsFew(left) || isDominated ? seen.FindAll(cell => cell.Users == seen.Min(other => other.Users)) : [];
    }

    private sealed record UsedCell(int Row, string Column, long Users, Magnitude? Money);
}
