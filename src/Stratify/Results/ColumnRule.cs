using Stratify.Engine;

namespace Stratify.Results;

/// <summary>How one published column is made from a row of exact measures: declared once, so that no table forgets the rule.</summary>
internal sealed record ColumnRule(ResultColumn Column, Func<Disclosure, Grid, int, Cell> Make)
{
    /// <summary>Columns of pence, each with its two largest beside it, where any of which is dominated by one person this column is hidden.</summary>
    internal IReadOnlyList<string> Money { get; private init; } = [];

    /// <summary>A name, as it is.</summary>
    internal static ColumnRule Label(string name, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Text), (_, grid, row) => new TextCell(grid.Get<object>(row, name)?.ToString() ?? ""));

    internal static ColumnRule Count(string name, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Count), (door, grid, row) => door.Count(grid.Get<long>(row, name)));

    /// <summary>A count of things done for a group, hidden with the group's people; none where nobody can know it.</summary>
    internal static ColumnRule CountOf(string name, string people, string meaning) => new(new ResultColumn(name, meaning, Unit.Count), (door, grid, row) =>
        grid.Get<long?>(row, name) is not { } count ? NotApplicableCell.Instance : door.IsFew(grid.Get<long>(row, people)) ? HiddenCell.Instance : door.Count(count));

    internal static ColumnRule Rows(string name, string meaning) => new(new ResultColumn(name, meaning, Unit.Rows), (_, grid, row) =>
        grid.Get<long>(row, name) is var rows && rows == 0 ? ZeroCell.Instance : new ValueCell(rows));

    /// <summary>A part of lines of files, which are nobody: as exact as they are.</summary>
    internal static ColumnRule ShareOfRows(string name, (string Part, string Whole) from, string meaning) => new(new ResultColumn(name, meaning, Unit.Share), (_, grid, row) =>
        (grid.Get<long>(row, from.Part), grid.Get<long>(row, from.Whole)) switch
        {
            (_, 0) => NotApplicableCell.Instance,
            (0, _) => ZeroCell.Instance,
            var (part, whole) => new ValueCell(decimal.Round((decimal)part / whole, 3, MidpointRounding.AwayFromZero)),
        });

    /// <summary>Pounds of a group of people.</summary>
    /// <param name="of">The pence whose largest decide whether it may be seen, where it is an estimate or a difference that says no more of anybody than they do; null for its own.</param>
    internal static ColumnRule Total(string name, (string Pence, string People) from, string meaning, string? of = null) =>
        new ColumnRule(new ResultColumn(name, meaning, Unit.Pounds), (door, grid, row) => grid.Get<long?>(row, from.Pence) is { } pence ? door.Total(grid.Get<long>(row, from.People), pence) : NotApplicableCell.Instance).Guarded(of ?? from.Pence);

    /// <inheritdoc cref="Total"/>
    internal static ColumnRule Mean(string name, (string Pence, string People) from, string meaning, string? of = null) =>
        new ColumnRule(new ResultColumn(name, meaning, Unit.PoundsEach), (door, grid, row) => grid.Get<long?>(row, from.Pence) is { } pence ? door.Mean(grid.Get<long>(row, from.People), pence) : NotApplicableCell.Instance).Guarded(of ?? from.Pence);

    /// <summary>Person-years of a group of people.</summary>
    internal static ColumnRule Years(string name, string people, string meaning) =>
        new(new ResultColumn(name, meaning, Unit.Number), (door, grid, row) => door.Years(grid.Get<long>(row, people), grid.Get<double>(row, name)));

    /// <summary>A median of a group, in pounds.</summary>
    internal static ColumnRule Median(string name, string people, string meaning) => new(new ResultColumn(name, meaning, Unit.PoundsEach), (door, grid, row) =>
        door.Middle(grid.Get<long>(row, people), AsDouble(grid.Get<object>(row, name)), 0));

    /// <summary>The part of a group of people of whom something is true.</summary>
    internal static ColumnRule Share(string name, (string Part, string People) from, string meaning) => new(new ResultColumn(name, meaning, Unit.Share), (door, grid, row) =>
        door.Share(door.Count(grid.Get<long>(row, from.Part)), door.Count(grid.Get<long>(row, from.People)), grid.Get<long>(row, from.People)));

    /// <summary>A group's part of the cost of a whole that holds it.</summary>
    internal static ColumnRule ShareOfCost(string name, (string Pence, string People) part, (string Pence, string People) whole, string meaning) => new ColumnRule(new ResultColumn(name, meaning, Unit.Share), (door, grid, row) =>
        door.Share(door.Total(grid.Get<long>(row, part.People), grid.Get<long>(row, part.Pence)), door.Total(grid.Get<long>(row, whole.People), grid.Get<long>(row, whole.Pence)), grid.Get<long>(row, whole.People))).Guarded(part.Pence);

    /// <summary>A part's pounds over its whole's, where no mean of the part is published.</summary>
    internal static ColumnRule ShareOfPounds(string name, (string Pence, string People) part, string whole, string meaning) => new ColumnRule(new ResultColumn(name, meaning, Unit.Share), (door, grid, row) =>
        door.ShareOfPounds(grid.Get<long>(row, part.People), (grid.Get<long>(row, part.Pence), grid.Get<long>(row, whole)))).Guarded(part.Pence);

    /// <summary>Pounds that some people cost, over everyone.</summary>
    internal static ColumnRule PerHead(string name, (string Pence, string Users, string Everyone) from, string meaning) => new ColumnRule(new ResultColumn(name, meaning, Unit.PoundsEach), (door, grid, row) =>
        Disclosure.Ratio(door.Total(grid.Get<long>(row, from.Users), grid.Get<long>(row, from.Pence)), door.Count(grid.Get<long>(row, from.Everyone)), 0)).Guarded(from.Pence);

    /// <summary>One published total of pounds over another.</summary>
    internal static ColumnRule OverCost(string name, (string Pence, string People) part, (string Pence, string People) whole, string meaning) => new(new ResultColumn(name, meaning, Unit.Number), (door, grid, row) =>
        Disclosure.Ratio(door.Total(grid.Get<long>(row, part.People), grid.Get<long>(row, part.Pence)), door.Total(grid.Get<long>(row, whole.People), grid.Get<long>(row, whole.Pence)), 3));

    /// <summary>Pounds that the job itself gives, which are of nobody in particular.</summary>
    internal static ColumnRule Given(string name, string pence, string meaning) => new(new ResultColumn(name, meaning, Unit.Pounds), (_, grid, row) => new ValueCell(grid.Get<long>(row, pence) / 100m));

    /// <summary>Pounds that the job gives over a published total.</summary>
    internal static ColumnRule GivenOverCost(string name, string given, (string Pence, string People) whole, string meaning) => new(new ResultColumn(name, meaning, Unit.Number), (door, grid, row) =>
        Disclosure.Ratio(new ValueCell(grid.Get<long>(row, given) / 100m), door.Total(grid.Get<long>(row, whole.People), grid.Get<long>(row, whole.Pence)), 3));

    /// <summary>A count of things over a count of people.</summary>
    internal static ColumnRule PerPerson(string name, (string Count, string People) from, string meaning) => new(new ResultColumn(name, meaning, Unit.Number), (door, grid, row) =>
        Disclosure.Ratio(door.Count(grid.Get<long>(row, from.Count)), door.Count(grid.Get<long>(row, from.People)), 2));

    /// <summary>Any other number about a group; its unit decides the decimals.</summary>
    internal static ColumnRule Of(string name, string people, Unit unit, string meaning) => new(new ResultColumn(name, meaning, unit), (door, grid, row) =>
        door.Derived(grid.Get<long>(row, people), AsDouble(grid.Get<object>(row, name)), unit switch { Unit.Share => 3, Unit.Number => 2, _ => 0 }));

    /// <summary>The same under another name.</summary>
    internal ColumnRule Called(string name, string meaning) => this with { Column = Column with { Name = name, Meaning = meaning } };

    /// <summary>The same, hidden where one person has nearly all of any of these pence.</summary>
    internal ColumnRule Guarded(params string[] pence) => this with
    {
        Money = [.. Money, .. pence],
        Make = (door, grid, row) => Array.Exists(pence, of => door.IsDominated(Magnitude.Of(grid, row, of))) ? HiddenCell.Instance : Make(door, grid, row),
    };

    /// <summary>The same, hidden where too few people stand behind the row.</summary>
    internal ColumnRule HiddenWith(string people) => this with { Make = (door, grid, row) => door.IsFew(grid.Get<long>(row, people)) ? HiddenCell.Instance : Make(door, grid, row) };

    private static double? AsDouble(object? value) => value switch
    {
        null => null,
        long number => number,
        decimal number => (double)number,
        double number => number,
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} is no number."),
    };
}
