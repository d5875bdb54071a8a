using Stratify.Engine;

namespace Stratify.Results;

/// <summary>
/// A table whose rows those of another add up to. What is hidden above for another's sake could be had back below by adding, and with it the other, so
/// what is hidden above is hidden below too; what is hidden below beyond that is told by what stands above, and may be.
/// </summary>
/// <param name="Table">The table above, which knows nothing of the one below.</param>
/// <param name="Labels">Label columns of both: rows that are alike in them are of the same group.</param>
internal sealed record Above(ResultDefinition Table, params IReadOnlyList<string> Labels)
{
    /// <summary>Where columns stand here for what are rows above: the label above, and each published column with its text of that label. Null where rows are of rows.</summary>
    internal (string Label, IReadOnlyList<(string Column, string Text)> Columns)? Across { get; init; }

    /// <summary>The names of the labels in the table above, where they are others.</summary>
    internal IReadOnlyList<string>? There { get; init; }

    /// <param name="money">Columns of pence of the table below: a row that has none of any tells nothing.</param>
    internal IEnumerable<int> Rows(Grid grid, (ExactRows Rows, Disclosure Door) by, IReadOnlyList<string> money)
    {
        if (Across is not null || !by.Rows.Ask(Table)) { return []; }
        var keys = Table.HiddenKeys(by.Rows, by.Door, There ?? Labels);
        return Enumerable.Range(0, grid.Count).Where(row => keys.Contains(ResultDefinition.Key(grid, row, Labels)) && !(money.Count > 0 && money.All(pence => Magnitude.Of(grid, row, pence) is { Pence: 0, Largest: 0 })));
    }

    internal IEnumerable<(int Row, string Column)> Cells(Grid grid, ExactRows rows, Disclosure door)
    {
        if (Across is not { } across || !rows.Ask(Table)) { return []; }
        var keys = Table.HiddenKeys(rows, door, [.. There ?? Labels, across.Label]);
        return
            from row in Enumerable.Range(0, grid.Count)
            from cell in across.Columns
            where keys.Contains($"{ResultDefinition.Key(grid, row, Labels)}\u001F{cell.Text}")
            select (row, cell.Column);
    }
}
