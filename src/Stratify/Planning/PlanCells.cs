using Stratify.Results;

namespace Stratify.Planning;

/// <summary>Columns and cells of what is made of figures that may be seen.</summary>
internal static class PlanCells
{
    internal static ResultColumn Label(string name, string meaning) => new(name, meaning, Unit.Text);

    /// <summary>A number that somebody gave, or that was made of figures that may be seen.</summary>
    internal static Cell Given(double number) => number == 0 ? ZeroCell.Instance : new ValueCell(decimal.Round((decimal)number, 3, MidpointRounding.AwayFromZero));

    internal static Cell Ratio(long part, long whole) => whole == 0 ? NotApplicableCell.Instance : Given((double)part / whole);
}
