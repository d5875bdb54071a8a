using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>People alike, by the moments of an amount.</summary>
/// <param name="Weight">With what their mean counts in a contrast.</param>
/// <param name="Sum">Of their amounts.</param>
/// <param name="Squares">The sum of the amounts squared.</param>
public readonly record struct ContrastGroup(double Weight, long People, double Sum, double Squares)
{
    public double Mean => Sum / People;

    /// <summary>Of the amounts between people, with n − 1 below.</summary>
    public double Variance => People < 2 ? double.NaN : Math.Max(0, (Squares - (Sum * Sum / People)) / (People - 1));
}

/// <summary>A weighted sum of the means of separate groups, and how likely so large a one would be by chance alone.</summary>
public static class Contrast
{
    /// <summary>Σ wᵢ·mᵢ.</summary>
    public static double Of(IReadOnlyList<ContrastGroup> groups) => groups.Sum(group => group.Weight * group.Mean);

    /// <summary>
    /// Two-sided p by Welch's t: the contrast over √Σ wᵢ²sᵢ²/nᵢ, with Satterthwaite's degrees of freedom (Σ vᵢ)²/Σ vᵢ²/(nᵢ − 1).
    /// Not a number where a group has fewer than two people or nothing varies.
    /// </summary>
    public static double PValue(IReadOnlyList<ContrastGroup> groups)
    {
        double variance = 0, spread = 0;
        foreach (var group in groups)
        {
            var part = group.Weight * group.Weight * group.Variance / group.People;
            variance += part;
            spread += part * part / (group.People - 1);
        }
        return variance > 0 && spread > 0 ? 2 * StudentT.CDF(0, 1, variance * variance / spread, -Math.Abs(Of(groups)) / Math.Sqrt(variance)) : double.NaN;
    }

    /// <summary>
    /// The p-values as Benjamini and Hochberg (1995) adjust them for how many there are: the least of p·m/rank over this rank and all above.
    /// What is not a number is no test, and stays so.
    /// </summary>
    public static double[] Adjusted(IReadOnlyList<double> values)
    {
        var tested = Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).OrderByDescending(i => values[i]).ToList();
        var adjusted = Enumerable.Repeat(double.NaN, values.Count).ToArray();
        var least = 1.0;
        for (var i = 0; i < tested.Count; i++)
        {
            least = Math.Min(least, values[tested[i]] * tested.Count / (tested.Count - i));
            adjusted[tested[i]] = least;
        }
        return adjusted;
    }
}
