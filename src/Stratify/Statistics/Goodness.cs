using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>How near a model comes to what people cost, in the unit of the cost.</summary>
/// <param name="RSquared">1 − SSE/SST; below nought where the mean does better.</param>
/// <param name="Cumming">1 − Σ|y − ŷ| / Σ|y − ȳ| (Cumming's prediction measure).</param>
/// <param name="Error">Mean |y − ŷ|, the mean absolute prediction error.</param>
/// <param name="RootError">√ mean (y − ŷ)².</param>
/// <param name="Ratio">Σŷ / Σy.</param>
public sealed record Goodness(double RSquared, double Cumming, double Error, double RootError, double Ratio)
{
    public static Goodness Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        var (sum, expectedSum) = (0.0, 0.0);
        for (var i = 0; i < actual.Length; i++)
        {
            sum += actual[i];
            expectedSum += expected[i];
        }
        var mean = sum / actual.Length;
        double squares = 0, errors = 0, spread = 0, distance = 0;
        for (var i = 0; i < actual.Length; i++)
        {
            squares += (actual[i] - expected[i]) * (actual[i] - expected[i]);
            errors += Math.Abs(actual[i] - expected[i]);
            spread += (actual[i] - mean) * (actual[i] - mean);
            distance += Math.Abs(actual[i] - mean);
        }
        return new Goodness(1 - (squares / spread), 1 - (errors / distance), errors / actual.Length, Math.Sqrt(squares / actual.Length), expectedSum / sum);
    }

    /// <summary>
    /// Σŷ / Σy in tenths of people by what was expected of them, the least first; people of whom the same is expected stay together, in the
    /// tenth of their middle, so that a tenth may be larger, or empty and not a number.
    /// </summary>
    public static double[] RatiosByTenth(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        var tenths = Tenths(expected);
        var (sums, expectedSums) = (new double[10], new double[10]);
        for (var i = 0; i < actual.Length; i++)
        {
            sums[tenths[i]] += actual[i];
            expectedSums[tenths[i]] += expected[i];
        }
        return [.. expectedSums.Zip(sums, (one, other) => other == 0 ? double.NaN : one / other)];
    }

    /// <summary>
    /// Whether residuals differ between tenths of what is expected, in the manner of Hosmer and Lemeshow: F of a regression of the residual on
    /// the tenths, that all their means are nought; and how likely as much is by chance.
    /// </summary>
    public static (double F, double PValue) Tilt(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        var tenths = Tenths(expected);
        var (counts, sums, squares) = (new double[10], new double[10], 0.0);
        for (var i = 0; i < actual.Length; i++)
        {
            var residual = actual[i] - expected[i];
            counts[tenths[i]]++;
            sums[tenths[i]] += residual;
            squares += residual * residual;
        }
        var explained = counts.Zip(sums, (n, sum) => n == 0 ? 0 : sum * sum / n).Sum();
        var (groups, rest) = (counts.Count(n => n > 0), actual.Length - counts.Count(n => n > 0));
        if (rest <= 0 || squares <= explained) { return (double.NaN, double.NaN); }
        var f = explained / groups / ((squares - explained) / rest);
        return (f, 1 - FisherSnedecor.CDF(groups, rest, f));
    }

    /// <summary>
    /// The slope of what people cost on what a model, fitted to others, expected of them (Copas 1983): below 1 by as much as the model
    /// learnt of chance.
    /// </summary>
    public static double Slope(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        var (mean, expectedMean) = (0.0, 0.0);
        for (var i = 0; i < actual.Length; i++)
        {
            mean += actual[i] / actual.Length;
            expectedMean += expected[i] / actual.Length;
        }
        var (both, square) = (0.0, 0.0);
        for (var i = 0; i < actual.Length; i++)
        {
            both += (actual[i] - mean) * (expected[i] - expectedMean);
            square += (expected[i] - expectedMean) * (expected[i] - expectedMean);
        }
        return square == 0 ? double.NaN : both / square;
    }

    private static int[] Tenths(ReadOnlySpan<double> expected)
    {
        var order = Enumerable.Range(0, expected.Length).ToArray();
        var keys = expected.ToArray();
        Array.Sort(keys, order);
        var tenths = new int[order.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from; to < order.Length && keys[to] == keys[from];) { to++; }
            var tenth = (int)(10L * ((from + to - 1) / 2) / order.Length);
            for (var i = from; i < to; i++) { tenths[order[i]] = tenth; }
        }
        return tenths;
    }
}
