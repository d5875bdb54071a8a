using Stratify.Engine;

namespace Stratify.Results;

/// <summary>How one published column is made from a row of exact measures: declared once, so that no table forgets the rule.</summary>
internal sealed record ColumnRule(ResultColumn Column, Func<Grid, int, Cell> Make)
{
    /// <summary>A name, as it is.</summary>
    internal static ColumnRule Label(string name, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Text), (grid, row) => new TextCell(grid.Get<object>(row, name)?.ToString() ?? ""));

    internal static ColumnRule Count(string name, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Count), (grid, row) => Disclosure.Count(grid.Get<long>(row, name)));

    /// <summary>A count of things done for a group, hidden with the group's people.</summary>
    internal static ColumnRule CountOf(string name, string people, string meaning) => new(new ResultColumn(name, meaning, Unit.Count), (grid, row) =>
        grid.Get<long>(row, people) is > 0 and < Disclosure.Least ? HiddenCell.Instance : Disclosure.Count(grid.Get<long>(row, name)));

    internal static ColumnRule Rows(string name, string meaning) => new(new ResultColumn(name, meaning, Unit.Rows), (grid, row) =>
        grid.Get<long>(row, name) is var rows && rows == 0 ? ZeroCell.Instance : new ValueCell(rows));

    /// <summary>Pounds of a group of people.</summary>
    internal static ColumnRule Total(string name, (string Pence, string People) from, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Pounds), (grid, row) => Disclosure.Total(grid.Get<long>(row, from.People), grid.Get<long>(row, from.Pence)));

    internal static ColumnRule Mean(string name, (string Pence, string People) from, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.PoundsEach), (grid, row) => Disclosure.Mean(grid.Get<long>(row, from.People), grid.Get<long>(row, from.Pence)));

    /// <summary>Any other number about a group; its unit decides the decimals.</summary>
    internal static ColumnRule Of(string name, string people, Unit unit, string meaning) => new(new ResultColumn(name, meaning, unit), (grid, row) =>
        Disclosure.Derived(grid.Get<long>(row, people), AsDouble(grid.Get<object>(row, name)), Decimals(unit)));

    private static double? AsDouble(object? value) => value switch
    {
        null => null,
        long number => number,
        decimal number => (double)number,
        double number => number,
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} is no number."),
    };

    private static int Decimals(Unit unit) => unit switch { Unit.Share => 3, Unit.Number => 2, _ => 0 };
}

/// <summary>A published table: where its exact measures are, and the rule of each column.</summary>
/// <param name="Sql">Ordered, so that the same run gives the same bytes.</param>
internal sealed record ResultDefinition(string Name, string Title, string Sql, IReadOnlyList<ColumnRule> Rules)
{
    internal ResultTable Make(Warehouse warehouse)
    {
        var grid = warehouse.Query(Sql);
        return new ResultTable(Name, Title, [.. Rules.Select(rule => rule.Column)],
            [.. Enumerable.Range(0, grid.Count).Select(row => (IReadOnlyList<Cell>)[.. Rules.Select(rule => rule.Make(grid, row))])]);
    }
}
