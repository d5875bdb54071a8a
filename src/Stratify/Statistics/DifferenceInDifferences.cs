using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>An estimate with how sure it is.</summary>
/// <param name="Error">Its standard error; not a number where fewer than two clusters tell it.</param>
/// <param name="Lower">Lower end of the interval, by Student's t with a degree of freedom less than there are clusters.</param>
/// <param name="P">Two-sided, of being nought.</param>
public sealed record TestedEstimate(double Value, double Error, double Lower, double Upper, double P)
{
    internal static TestedEstimate Of(double value, double error, int clusters, double level)
    {
        return OfFreedom(value, clusters < 2 ? double.NaN : error, clusters - 1, level);
    }

    internal static TestedEstimate OfFreedom(double value, double error, double freedom, double level)
    {
        if (double.IsNaN(error)) { return new TestedEstimate(value, double.NaN, double.NaN, double.NaN, double.NaN); }
        var reach = StudentT.InvCDF(0, 1, freedom, 1 - ((1 - level) / 2)) * error;
        return new TestedEstimate(value, error, value - reach, value + reach, error > 0 ? 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(value / error)) : value == 0 ? 1 : 0);
    }

    /// <summary>Whether nought is within the interval; of an estimate without one it may be.</summary>
    public bool HoldsNone => !(Lower > 0 || Upper < 0);
}

/// <summary>
/// (T1 − T0) − (C1 − C0) of matched people. Each member with its controls is one cluster: its own change less the mean of theirs. With everybody in both
/// periods the mean of those is the coefficient of a regression on group, period and their product, and errors clustered by the matched set hold although
/// the sets were made by matching (Abadie and Spiess 2022).
/// </summary>
public static class DifferenceInDifferences
{
    /// <summary>The mean of matched sets' differences, with their error √(G/(G − 1)·Σ(Σ d − mean)²)/n over clusters G.</summary>
    /// <param name="differences">One a matched set.</param>
    /// <param name="clusters">Of each set, from nought; each is its own unless given.</param>
    public static TestedEstimate Of(IReadOnlyList<double> differences, IReadOnlyList<int>? clusters = null, double level = 0.95)
    {
        if (differences.Count == 0) { return TestedEstimate.Of(double.NaN, double.NaN, 0, level); }
        var mean = differences.Average();
        var sums = clusters is null
            ? differences.Select(one => one - mean).ToList()
            : [.. Enumerable.Range(0, differences.Count).GroupBy(i => clusters[i]).OrderBy(cluster => cluster.Key).Select(cluster => cluster.Sum(i => differences[i] - mean))];
        var error = Math.Sqrt(sums.Sum(sum => sum * sum) * sums.Count / (sums.Count - 1.0)) / differences.Count;
        return TestedEstimate.Of(mean, error, sums.Count, level);
    }

    /// <summary>
    /// The same where matching left members and controls apart: the intercept of a regression of sets' differences on how far apart each set is (Rubin 1973), with a robust error
    /// (HC1). Not a number with fewer than five sets a covariate.
    /// </summary>
    /// <param name="apart">By set, then by covariate: a member's own less the mean of its controls.</param>
    public static TestedEstimate Allowing(IReadOnlyList<double> differences, IReadOnlyList<double[]> apart)
    {
        if (differences.Count == 0 || differences.Count < 5 * (apart[0].Length + 1)) { return Of([]); }
        var (design, outcome) = (DesignMatrix.OfValues([.. apart[0].Select((_, i) => $"{i}")], apart), Outcome.OfEach(differences));
        var fit = Glm.Fit(design, outcome, Family.Normal);
        return TestedEstimate.Of(fit.Coefficients[0], Sandwich.StandardErrors(fit, design, outcome)[0], differences.Count - apart[0].Length + fit.LeftOut.Count, 0.95);
    }

    /// <summary>How far the gap between the groups grows from one period to the next, before anything began: the mean over sets of each one's slope.</summary>
    /// <param name="gaps">By set, then by period in their order.</param>
    public static TestedEstimate Slope(IReadOnlyList<double[]> gaps)
    {
        if (gaps.Count == 0 || gaps[0].Length < 2) { return Of([]); }
        var middle = (gaps[0].Length - 1) / 2.0;
        var spread = Enumerable.Range(0, gaps[0].Length).Sum(i => (i - middle) * (i - middle));
        return Of([.. gaps.Select(gap => gap.Select((value, i) => (i - middle) * value).Sum() / spread)]);
    }

    /// <summary>Whether the gap is the same in all periods: p of Hotelling's T² of each period's gap against the last; not a number with as many periods as sets.</summary>
    /// <param name="gaps">By set, then by period.</param>
    public static double Joint(IReadOnlyList<double[]> gaps)
    {
        var (sets, size) = (gaps.Count, gaps.Count == 0 ? 0 : gaps[0].Length - 1);
        if (size < 1 || sets <= size + 1) { return double.NaN; }
        var against = gaps.Select(gap => gap[..size].Select(value => value - gap[size]).ToArray()).ToList();
        var means = Enumerable.Range(0, size).Select(i => against.Average(gap => gap[i])).ToArray();
        var covariance = new double[size * size];
        foreach (var gap in against)
        {
            for (var i = 0; i < size; i++) { for (var j = 0; j < size; j++) { covariance[(i * size) + j] += (gap[i] - means[i]) * (gap[j] - means[j]) / (sets - 1); } }
        }
        var factor = new Cholesky(covariance, size);
        var free = size - factor.IsOut.Count(one => one);
        if (free == 0) { return double.NaN; }
        var squared = sets * factor.Solve(means).Zip(means, (one, other) => one * other).Sum();
        return 1 - FisherSnedecor.CDF(free, sets - free, squared * (sets - free) / (free * (sets - 1.0)));
    }
}
