namespace Stratify.Results;

/// <summary>
/// The rule by which numbers about people are let out, after OpenSAFELY's (redact 7 and fewer, round to 5):
/// counts of 1 to 7 are hidden and others rounded to the nearest 5; whatever derives from a hidden count is hidden with it;
/// a group's money is its exact mean times its published count, so that dividing one published figure by another never gives the
/// exact count back; totals are sums of published parts, so that no hidden part is had by subtraction.
/// </summary>
public static class Disclosure
{
    /// <summary>Groups of this many people and more may be seen.</summary>
    public const int Least = 8;

    private const int Base = 5;

    public static Cell Count(long count) => count switch
    {
        0 => ZeroCell.Instance,
        < Least => HiddenCell.Instance,
        _ => new ValueCell(Rounded(count)),
    };

    /// <summary>A number that describes a group of people.</summary>
    /// <param name="count">How many people it describes.</param>
    /// <param name="value">Null or not a number where there is nothing to measure.</param>
    public static Cell Derived(long count, double? value, int decimals) => count switch
    {
        0 => NotApplicableCell.Instance,
        < Least => HiddenCell.Instance,
        _ when value is not { } number || double.IsNaN(number) || double.IsInfinity(number) => NotApplicableCell.Instance,
        _ => new ValueCell(decimal.Round((decimal)value.Value, decimals, MidpointRounding.AwayFromZero)),
    };

    /// <summary>Pounds of a group: its exact mean times its published count, to whole pounds.</summary>
    public static Cell Total(long count, long pence) => count switch
    {
        0 => ZeroCell.Instance,
        < Least => HiddenCell.Instance,
        _ => new ValueCell(decimal.Round((decimal)pence / 100 / count * Rounded(count), 0, MidpointRounding.AwayFromZero)),
    };

    /// <summary>Pounds a person.</summary>
    public static Cell Mean(long count, long pence) => Derived(count, count == 0 ? null : (double)pence / 100 / count, 0);

    private static long Rounded(long count) => (count + (Base / 2)) / Base * Base;
}
