using Stratify.Results;

namespace Stratify.Reports;

/// <summary>People with so many conditions: how many they are, and what they cost a head by group of settings.</summary>
/// <param name="Name">The band: 0 to 4, or <c>5 or more</c>.</param>
/// <param name="Parts">Pounds a person by <see cref="Palette.Groups"/>; null when the band is hidden.</param>
internal sealed record ConditionCosts(string Name, string People, IReadOnlyList<double>? Parts)
{
    internal double? Total => Parts?.Sum();

    internal static IReadOnlyList<ConditionCosts> Of(ResultTable costs, string year) =>
        [.. costs.Where(("year", year)).GroupBy(row => costs.Text(row, "conditions_band")).Select(band =>
        {
            var parts = Palette.Groups.Select(group => Sum(band.Where(row => group.Settings.Contains(costs.Text(row, "setting"))).Select(row => costs[row, "mean_cost"]))).ToList();
            return new ConditionCosts(band.Key, Format.Count(costs[band.First(), "people"]), parts.Any(part => part is null) ? null : [.. parts.Select(part => part!.Value)]);
        })];

    /// <summary>Null when any cell is hidden.</summary>
    private static double? Sum(IEnumerable<Cell> cells)
    {
        double sum = 0;
        foreach (var cell in cells)
        {
            if (cell.IsHidden) { return null; }
            sum += cell.Number ?? 0;
        }
        return sum;
    }
}
