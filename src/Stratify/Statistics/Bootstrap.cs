using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>Means of samples drawn with replacement from a sample (Efron 1979): how far a mean could have fallen otherwise.</summary>
public static class Bootstrap
{
    /// <summary>
    /// More values than this are dealt at random into <see cref="Hands"/> groups, and groups are drawn instead: the spread of a mean of so many
    /// is told by 2,000 sums of independent values to 1.6% (a variance by 2,000 has a relative error of √(2/2000)), which is less than what
    /// a thousand resamples leave open, and a draw costs the same whatever the size of the cohort.
    /// </summary>
    public const int Many = 20_000;

    private const int Hands = 2_000;

    /// <summary>
    /// Where several measures are drawn at once, more people than this are dealt into <see cref="FewHands"/>: 500 sums tell the spread of a mean
    /// to 3%, which moves the ends of an interval of ranks by less than a place.
    /// </summary>
    private const int SeveralMany = 2_000, FewHands = 500;

    /// <summary>Means of <paramref name="resamples"/> samples, in the order drawn. Not a number throughout when there is nothing to draw from.</summary>
    /// <param name="values">One a person; whole numbers, so that the sums are exact.</param>
    public static double[] Means(ReadOnlySpan<long> values, int resamples, Xoshiro random)
    {
        if (values.Length > Many) { return OfHands(values, resamples, random); }
        var means = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            means[b] = values.Length == 0 ? double.NaN : (double)random.SumOfDraws(values) / values.Length;
        }
        return means;
    }

    private static double[] OfHands(ReadOnlySpan<long> values, int resamples, Xoshiro random)
    {
        var dealt = values.ToArray();
        random.Shuffle(dealt);
        var (sums, sizes) = (new long[Hands], new long[Hands]);
        for (var i = 0; i < dealt.Length; i++)
        {
            sums[i % Hands] += dealt[i];
            sizes[i % Hands]++;
        }
        var means = new double[resamples];
        for (var b = 0; b < resamples; b++)
        {
            var (sum, size) = (0L, 0L);
            for (var draw = 0; draw < Hands; draw++)
            {
                var hand = random.NextInt(Hands);
                sum += sums[hand];
                size += sizes[hand];
            }
            means[b] = (double)sum / size;
        }
        return means;
    }

    /// <summary>Means of several measures of the same people, drawn together, so that what goes together in people goes together in every sample.</summary>
    /// <param name="measures">By measure, then by person.</param>
    /// <returns>By sample, then by measure.</returns>
    public static double[][] MeansOf(IReadOnlyList<double[]> measures, int resamples, Xoshiro random)
    {
        var people = measures[0].Length;
        var hands = people > SeveralMany ? FewHands : people;
        var (sums, sizes) = Dealt(measures, hands, random);
        var means = new double[resamples][];
        for (var b = 0; b < resamples; b++)
        {
            var (drawn, size) = (new double[measures.Count], 0);
            for (var draw = 0; draw < hands; draw++)
            {
                var hand = random.NextInt(hands);
                size += sizes[hand];
                for (var measure = 0; measure < drawn.Length; measure++) { drawn[measure] += sums[(hand * drawn.Length) + measure]; }
            }
            for (var measure = 0; measure < drawn.Length; measure++) { drawn[measure] /= size; }
            means[b] = drawn;
        }
        return means;
    }

    /// <summary>Sums of so many hands, measure beside measure, and how many people each holds; one a person where there are as many hands.</summary>
    private static (double[] Sums, int[] Sizes) Dealt(IReadOnlyList<double[]> measures, int hands, Xoshiro random)
    {
        var order = Enumerable.Range(0, measures[0].Length).ToArray();
        if (order.Length > hands) { random.Shuffle(order); }
        var (sums, sizes) = (new double[hands * measures.Count], new int[hands]);
        for (var i = 0; i < order.Length; i++)
        {
            sizes[i % hands]++;
            for (var measure = 0; measure < measures.Count; measure++) { sums[(i % hands * measures.Count) + measure] += measures[measure][order[i]]; }
        }
        return (sums, sizes);
    }

    /// <summary>The percentile interval of bootstrap replicates, at <paramref name="level"/> (0.95 by default).</summary>
    public static (double Lower, double Upper) Interval(ReadOnlySpan<double> replicates, double level = 0.95)
    {
        var sorted = replicates.ToArray();
        Array.Sort(sorted);
        return (Quantile.OfSorted(sorted, (1 - level) / 2), Quantile.OfSorted(sorted, 1 - ((1 - level) / 2)));
    }

    /// <summary>
    /// The bias-corrected and accelerated interval of a mean (Efron 1987), which follows the skew of few values as the percentile interval does not:
    /// quantiles Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), with z₀ from the share of replicates below the mean (ties half) and a = Σd³/(6(Σd²)^1.5) over the deviations d.
    /// </summary>
    /// <param name="values">What the replicates were drawn from.</param>
    public static (double Lower, double Upper) CorrectedInterval(ReadOnlySpan<double> replicates, ReadOnlySpan<long> values, double level = 0.95)
    {
        var sorted = replicates.ToArray();
        Array.Sort(sorted);
        var (mean, acceleration) = Shape(values);
        if (double.IsNaN(acceleration)) { return (mean, mean); }
        var below = sorted.Sum(replicate => replicate < mean ? 1 : replicate == mean ? 0.5 : 0) / sorted.Length;
        var bias = Normal.InvCDF(0, 1, Math.Clamp(below, 0.5 / sorted.Length, 1 - (0.5 / sorted.Length)));
        return (Quantile.OfSorted(sorted, Corrected((1 - level) / 2)), Quantile.OfSorted(sorted, Corrected(1 - ((1 - level) / 2))));

        double Corrected(double p)
        {
            var z = bias + Normal.InvCDF(0, 1, p);
            var damping = 1 - (acceleration * z);
            return damping > 0 ? Normal.CDF(0, 1, bias + (z / damping)) : p < 0.5 ? 0 : 1;
        }
    }

    /// <summary>The mean, and a sixth of the skewness over the root of n; not a number where all are the same.</summary>
    private static (double Mean, double Acceleration) Shape(ReadOnlySpan<long> values)
    {
        double sum = 0, squares = 0, cubes = 0;
        foreach (var value in values) { sum += value; }
        var mean = sum / values.Length;
        foreach (var value in values)
        {
            var from = value - mean;
            squares += from * from;
            cubes += from * from * from;
        }
        return (mean, squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : double.NaN);
    }
}
