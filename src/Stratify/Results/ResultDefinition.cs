using Stratify.Engine;

namespace Stratify.Results;

/// <summary>A published table: where its exact measures are, the rule of each column, and what its rows are to each other.</summary>
/// <param name="Sql">Ordered, so that the same run gives the same bytes.</param>
internal sealed record ResultDefinition(string Name, string Title, string Sql, IReadOnlyList<ColumnRule> Rules)
{
    /// <summary>Each hides further rows, where a hidden one could be had from the others.</summary>
    internal IReadOnlyList<RowGuard> Guards { get; init; } = [];

    /// <summary>Hides single cells of rows that are seen, where few people of a group have what the cell measures.</summary>
    internal CellGuard? Users { get; init; }

    /// <summary>Columns of pence that describe a whole row, with their two largest beside them: a row of which one is dominated by one person is hidden, and guards look at what is left of each.</summary>
    internal IReadOnlyList<string> Money { get; init; } = [];

    /// <summary>Tables whose rows these add up to: what is hidden there is hidden here.</summary>
    internal IReadOnlyList<Above> Above { get; init; } = [];

    /// <summary>A table of the run without which there is nothing to publish; null when there always is.</summary>
    internal string? Needs { get; init; }

    /// <summary>A table of the run without a row of which nobody asked for this one; null when it is always made.</summary>
    internal string? NeedsRowsOf { get; init; }

    /// <summary>Only rows with this text in this column are published: the others are there for the guards alone. Null when all are.</summary>
    internal (string Column, string Text)? Only { get; init; }

    /// <summary>
    /// Another table, earlier in the catalogue, and a column of it: where that is hidden in its row with the same labels, so is each row here, as
    /// the rows here together would give it back. Null where no other table tells the same.
    /// </summary>
    internal (string Table, string Column, IReadOnlyList<string> Labels)? Under { get; init; }

    /// <summary>What is made of the finished table, and so of published figures alone.</summary>
    internal Func<ResultTable, ResultTable> Then { get; init; } = table => table;

    internal bool IsAsked(Warehouse warehouse) =>
        (Needs is not { } table || warehouse.HasTable(table)) && (NeedsRowsOf is not { } rows || (warehouse.HasTable(rows) && warehouse.Count($"select count(*) from {rows}") > 0));

    /// <param name="made">The tables of the catalogue before this one.</param>
    internal ResultTable Make(ExactRows rows, Disclosure door, IReadOnlyList<ResultTable> made)
    {
        var grid = rows.Of(this);
        var under = UnderHidden(grid, made);
        var hidden = under.Count == 0 ? Hidden(rows, door) : Hidden(grid, (rows, door), under);
        var cells = Users?.Hidden(grid, door, hidden, Above.SelectMany(above => above.Cells(grid, rows, door)).ToHashSet()) ?? [];
        return Then(new ResultTable(Name, Title, [.. Rules.Select(rule => rule.Column)],
            [.. Enumerable.Range(0, grid.Count).Where(row => Only is not { } only || grid.Get<string>(row, only.Column) == only.Text).Select(row => (IReadOnlyList<Cell>)[.. Rules.Select(rule => Cell(rule, row))])])
        {
            Wholes = [.. Guards.Select(guard => guard.Whole).OfType<IReadOnlyList<string>>()],
        });

        Cell Cell(ColumnRule rule, int row) =>
            (hidden.Contains(row) && rule.Column.Unit is not (Unit.Text or Unit.Rows)) || cells.Contains((row, rule.Column.Name)) ? HiddenCell.Instance : rule.Make(door, grid, row);
    }

    private HashSet<int> UnderHidden(Grid grid, IReadOnlyList<ResultTable> made)
    {
        if (Under is not var (name, column, labels)) { return []; }
        var over = made.Single(table => table.Name == name);
        var unseen = Enumerable.Range(0, over.Rows.Count).Where(row => over[row, column].IsHidden).Select(row => string.Join('\u001F', labels.Select(label => over.Text(row, label)))).ToHashSet();
        return [.. Enumerable.Range(0, grid.Count).Where(row => unseen.Contains(string.Join('\u001F', labels.Select(label => grid.Get<object>(row, label)))))];
    }

    /// <summary>What is hidden whole but for too few people, by the texts of some label columns.</summary>
    internal HashSet<string> HiddenKeys(ExactRows rows, Disclosure door, IReadOnlyList<string> labels) =>
        [.. Hidden(rows, door).Select(row => Key(rows.Of(this), row, labels))];

    internal static string Key(Grid grid, int row, IEnumerable<string> columns) => string.Join('\u001F', columns.Select(column => grid.Get<object>(row, column)));

    private IReadOnlySet<int> Hidden(ExactRows rows, Disclosure door) => rows.Hidden(this, door, () => Hidden(rows.Of(this), (rows, door), new HashSet<int>()));

    /// <summary>To hide a row for one reason can be a reason to hide another, so it goes on until nothing changes.</summary>
    private HashSet<int> Hidden(Grid grid, (ExactRows Rows, Disclosure Door) by, IReadOnlySet<int> under)
    {
        var hidden = Enumerable.Range(0, grid.Count).Where(row => Money.Any(pence => by.Door.IsDominated(Magnitude.Of(grid, row, pence)))).ToHashSet();
        hidden.UnionWith(under);
        hidden.UnionWith(Above.SelectMany(above => above.Rows(grid, by, Money)));
        int before;
        do
        {
            before = hidden.Count;
            foreach (var guard in Guards) { hidden.UnionWith(guard.Also(grid, by.Door, hidden, Money)); }
        }
        while (hidden.Count > before);
        return hidden;
    }
}
