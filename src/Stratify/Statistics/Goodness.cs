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

    /// <summary>
    /// The link test (Pregibon 1980): how likely by chance the square of what was expected tells as much of the cost, beside what was expected itself.
    /// Least squares of one on both, in units of the mean, with an error that allows for a spread that grows with it (HC1). Not a number where all are expected to cost the same.
    /// </summary>
    public static double Link(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        double mean = 0;
        foreach (var of in expected) { mean += of / expected.Length; }
        if (mean == 0) { return double.NaN; }
        var rows = new List<double[]>(expected.Length);
        foreach (var of in expected) { rows.Add([of / mean, of / mean * (of / mean)]); }
        var design = DesignMatrix.OfValues(["expected", "square"], rows);
        double[] ones = [.. Enumerable.Repeat(1.0, rows.Count)], sums = actual.ToArray();
        var outcome = new Outcome(ones, sums, [.. sums.Select(cost => cost * cost)]);
        var fit = Glm.Fit(design, outcome, Family.Normal);
        if (fit.IsEmpty || fit.LeftOut.Count > 0) { return double.NaN; }
        var error = Sandwich.StandardErrors(fit, design, outcome)[2];
        return error > 0 ? 2 * Normal.CDF(0, 1, -Math.Abs(fit.Coefficients[2]) / error) : double.NaN;
    }

    /// <summary>The tenth of each, from nought, by what was expected; the same expected, the same tenth.</summary>
    internal static int[] Tenths(ReadOnlySpan<double> expected)
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
