namespace Stratify.Results;

/// <summary>
/// The one door by which numbers about people are let out: few people are hidden, and pounds that are nearly all one person's, other counts are
/// rounded, and whatever describes a hidden group is hidden with it. Beyond counts, a figure is made from published figures alone (a group's money is its published
/// mean times its published count, a share is a published part of a published whole), so no two of them give an exact count back.
/// </summary>
public sealed record Disclosure(DisclosureRule Rule)
{
    /// <summary>The rule with the most people of whom something must be said at once: for answers outside a run, which any reader may come to see.</summary>
    public static Disclosure Strictest { get; } = new(DisclosureRule.All.MaxBy(rule => rule.Least)!);

    /// <summary>Whether these pounds are so nearly one person's that they would tell what that one cost; of nothing measured, no.</summary>
    public bool IsDominated(Magnitude? of) => of is not null && Rule.IsDominated(of);

    public Cell Count(long count) => count == 0 ? ZeroCell.Instance : IsFew(count) ? HiddenCell.Instance : new ValueCell(Rounded(count));

    /// <summary>A number that describes a group of people and does not rest on how many they are.</summary>
    /// <param name="count">How many people it describes.</param>
    /// <param name="value">Null or not a number where there is nothing to measure.</param>
    public Cell Derived(long count, double? value, int decimals) =>
        count == 0 ? NotApplicableCell.Instance
        : IsFew(count) ? HiddenCell.Instance
        : value is not { } number || !double.IsFinite(number) ? NotApplicableCell.Instance
        : new ValueCell(Round((decimal)number, decimals));

    /// <summary>A value in the middle of a group, which is one person's own: shown when enough people stand on each side.</summary>
    public Cell Middle(long count, double? value, int decimals) => IsFew(count / 2) || count == 1 ? HiddenCell.Instance : Derived(count, value, decimals);

    /// <summary>Pounds a person: whole ones from £100, else three figures.</summary>
    public Cell Mean(long count, long pence) => count == 0 ? NotApplicableCell.Instance : IsFew(count) ? HiddenCell.Instance : new ValueCell(Each(count, pence));

    /// <summary>Pounds of a group: its published mean times its published count.</summary>
    public Cell Total(long count, long pence) =>
        count == 0 ? ZeroCell.Instance : IsFew(count) ? HiddenCell.Instance : new ValueCell(Round(Each(count, pence) * Rounded(count), 0));

    /// <summary>Years of a group: the part of the year that one of them was there, times the published count.</summary>
    public Cell Years(long count, double years) =>
        count == 0 ? ZeroCell.Instance : IsFew(count) ? HiddenCell.Instance : new ValueCell(Round(Round((decimal)(years / count), 3) * Rounded(count), 0));

    /// <summary>One published figure over another.</summary>
    public static Cell Ratio(Cell part, Cell whole, int decimals) => (part, whole) switch
    {
        (HiddenCell, _) or (_, HiddenCell) => HiddenCell.Instance,
        (NotApplicableCell, _) or (_, NotApplicableCell) or (_, ZeroCell) or (_, ValueCell { Value: 0 }) => NotApplicableCell.Instance,
        (ZeroCell, ValueCell) => ZeroCell.Instance,
        (ValueCell some, ValueCell all) => new ValueCell(Round(some.Value / all.Value, decimals)),
        _ => throw new ArgumentException("A label is no part of anything."),
    };

    /// <summary>A published part of a published whole, of so many people.</summary>
    public Cell Share(Cell part, Cell whole, long people) => Ratio(part, whole, ShareDecimals(people));

    /// <summary>
    /// A part of pounds that are published as no mean of the same people, so that it tells no count: of the pounds themselves, since
    /// rounding the few people of a part would make it too much or too little by a quarter.
    /// </summary>
    public Cell ShareOfPounds(long people, (long Part, long Whole) pence) => pence.Whole == 0 ? NotApplicableCell.Instance : Derived(people, (double)pence.Part / pence.Whole, ShareDecimals(people));

    public int ShareDecimals(long people) => people < Rule.FineSharesFrom ? 2 : 3;

    /// <summary>Whether so many people are some, and too few to be seen.</summary>
    public bool IsFew(long count) => count > 0 && count < Rule.Least;

    private decimal Rounded(long count) => (count + (Rule.Base / 2)) / Rule.Base * Rule.Base;

    private static decimal Each(long count, long pence)
    {
        var pounds = (decimal)pence / 100 / count;
        return Round(pounds, Math.Abs(pounds) < 10 ? 2 : Math.Abs(pounds) < 100 ? 1 : 0);
    }

    private static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
