namespace Stratify.Statistics;

/// <summary>Means of samples drawn with replacement from a sample (Efron 1979): how far a mean could have fallen otherwise.</summary>
public static class Bootstrap
{
    /// <summary>Means of <paramref name="resamples"/> samples, in the order drawn. Not a number throughout when there is nothing to draw from.</summary>
    /// <param name="values">One a person; whole numbers, so that the sums are exact.</param>
    public static double[] Means(ReadOnlySpan<long> values, int resamples, Xoshiro random)
    {
        var means = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            means[b] = values.Length == 0 ? double.NaN : (double)random.SumOfDraws(values) / values.Length;
        }
        return means;
    }

    /// <summary>The percentile interval of bootstrap replicates, at <paramref name="level"/> (0.95 by default).</summary>
    public static (double Lower, double Upper) Interval(ReadOnlySpan<double> replicates, double level = 0.95)
    {
        var sorted = replicates.ToArray();
        Array.Sort(sorted);
        return (Quantile.OfSorted(sorted, (1 - level) / 2), Quantile.OfSorted(sorted, 1 - ((1 - level) / 2)));
    }
}
