using Stratify.Results;

namespace Stratify.Reports;

/// <summary>People with so many conditions: how many they are, and what they cost a head, as far as it may be seen.</summary>
/// <param name="Name">The band: 0 to 4, or <c>5 or more</c>.</param>
/// <param name="Total">Pounds a person in all settings; null when the band is hidden.</param>
/// <param name="Parts">Pounds a person by <see cref="Palette.Groups"/>; null where a part is hidden.</param>
internal sealed record ConditionCosts(string Name, string People, double? Total, IReadOnlyList<double?> Parts)
{
    /// <summary>What the hidden parts come to together.</summary>
    internal double Unseen => Parts.Any(part => part is null) ? Math.Max(0, (Total ?? 0) - Parts.Sum(part => part ?? 0)) : 0;

    /// <summary>The largest part, when it is larger than all hidden ones together.</summary>
    internal (string Title, double Share)? Largest
    {
        get
        {
            var i = Enumerable.Range(0, Parts.Count).MaxBy(i => Parts[i] ?? -1);
            return Total is > 0 && Parts[i] is { } most && most > Unseen ? (Palette.Groups[i].Title, most / Total.Value) : null;
        }
    }

    internal static IReadOnlyList<ConditionCosts> Of(ResultTable costs, string year) =>
        [.. costs.Where(("year", year)).GroupBy(row => costs.Text(row, "conditions_band")).Select(band => new ConditionCosts(
            band.Key,
            Format.Count(costs[band.First(), "people"]),
            costs[band.First(), "mean_cost_all"].Number,
            [.. Palette.Groups.Select(group => Sum(band.Where(row => group.Settings.Contains(costs.Text(row, "setting"))).Select(row => costs[row, "mean_cost"])))]))];

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
