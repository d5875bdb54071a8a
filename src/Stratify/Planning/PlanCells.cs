using Stratify.Results;

namespace Stratify.Planning;

/// <summary>Columns and cells of what is made of figures that may be seen.</summary>
internal static class PlanCells
{
    internal static ResultColumn Label(string name, string meaning) => new(name, meaning, Unit.Text);

    /// <summary>A number that somebody gave, or that was made of figures that may be seen.</summary>
    internal static Cell Given(double number) => number == 0 ? ZeroCell.Instance : new ValueCell(decimal.Round((decimal)number, 3, MidpointRounding.AwayFromZero));

    /// <summary>
    /// Pounds that something would change, to three figures: who plans needs no more, and the last figures of two groups that differ by one person would
    /// tell what that one cost.
    /// </summary>
    internal static Cell Pounds(double pence) => Given(ThreeFigures(pence / 100));

    internal static double ThreeFigures(double number)
    {
        var unit = 1.0;
        while (Math.Abs(number) / unit >= 1000) { unit *= 10; }
        return Math.Round(number / unit, MidpointRounding.AwayFromZero) * unit;
    }

    internal static Cell Ratio(long part, long whole) => whole == 0 ? NotApplicableCell.Instance : Given((double)part / whole);
}
