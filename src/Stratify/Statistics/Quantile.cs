namespace Stratify.Statistics;

/// <summary>Quantiles of a sorted sample.</summary>
public static class Quantile
{
    /// <summary>R's type 7: linear between the two order statistics about (n - 1)·p. Not a number for an empty sample.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.Length == 0) { return double.NaN; }
        var at = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
