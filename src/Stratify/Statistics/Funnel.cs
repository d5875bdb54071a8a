using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>How far the ratios of places would lie from 1 by chance, given what is expected of each (Spiegelhalter 2005).</summary>
/// <param name="Dispersion">φ, the mean squared z-score, with the outer tenths held in: 1 where chance explains all.</param>
/// <param name="Between">τ², the variance of the log of the true ratios; nought where chance explains all.</param>
public sealed record Funnel(double Dispersion, double Between)
{
    /// <summary>The normal quantiles of two and of three standard deviations, at which limits are drawn: 95% and 99.8%.</summary>
    private const double Two = 1.959964, Three = 3.090232;

    /// <summary>By the method of England's summary mortality indicator: z = √E ln(O/E), held in at its tenths, and DerSimonian and Laird's τ².</summary>
    public static Funnel Of(IReadOnlyList<double> observed, IReadOnlyList<double> expected)
    {
        // A place without events has no log; half an event stands for none.
        var scores = observed.Zip(expected, (o, e) => Math.Sqrt(e) * Math.Log(Math.Max(o, 0.5) / e)).ToArray();
        var sorted = scores.Order().ToArray();
        var (lower, upper) = (Quantile.OfSorted(sorted, 0.1), Quantile.OfSorted(sorted, 0.9));
        var dispersion = scores.Average(score => Math.Pow(Math.Clamp(score, lower, upper), 2));
        var (sum, squares, places) = (expected.Sum(), expected.Sum(e => e * e), expected.Count);
        return new Funnel(dispersion, places < 2 ? 0 : Math.Max(0, ((places * dispersion) - (places - 1)) / (sum - (squares / sum))));
    }

    /// <summary>Between which ratios a place lies by chance, and by what differs between all places.</summary>
    public (double Lower, double Upper) Limits(double expected, bool isWide) =>
        (Math.Exp(-(isWide ? Three : Two) * Math.Sqrt((1 / expected) + Between)), Math.Exp((isWide ? Three : Two) * Math.Sqrt((1 / expected) + Between)));

    /// <summary>How many standard deviations a place lies from what is expected, by chance and by what differs between all places.</summary>
    public double Score(double observed, double expected) => Math.Log(Math.Max(observed, 0.5) / expected) / Math.Sqrt((1 / expected) + Between);

    /// <summary>How often a place would lie so far from what is expected, either way, if it were like the others.</summary>
    public static double PValue(double score) => 2 * Normal.CDF(0, 1, -Math.Abs(score));

    /// <summary>The limits by which a place is judged: exact where chance explains all, else those that allow for what differs.</summary>
    public (double Lower, double Upper) Bounds(double expected, bool isWide) => Between == 0 ? Chance(expected, isWide) : Limits(expected, isWide);

    /// <summary>Exact limits by chance alone.</summary>
    public static (double Lower, double Upper) Chance(double expected, bool isWide)
    {
        var tail = isWide ? 0.001 : 0.025;
        return (ChiSquared.InvCDF(2 * expected, tail) / 2 / expected, ChiSquared.InvCDF((2 * expected) + 2, 1 - tail) / 2 / expected);
    }

    /// <summary>A ratio drawn to 1 by as much as chance may have moved it: exp(w ln r), w = τ²/(τ² + 1/E).</summary>
    public double Shrunk(double observed, double expected) => Believed(observed, expected).Value;

    /// <summary>That ratio with its 95% interval, exp(w ln r ± 1.96 √(w/E)): what may be believed of a place, given how places differ (empirical Bayes). 1 for certain where they do not.</summary>
    public Estimate Believed(double observed, double expected)
    {
        if (Between == 0) { return new Estimate(1, 1, 1); }
        var weight = Between / (Between + (1 / expected));
        var (middle, error) = (weight * Math.Log(Math.Max(observed, 0.5) / expected), Math.Sqrt(weight / expected));
        return new Estimate(Math.Exp(middle), Math.Exp(middle - (Two * error)), Math.Exp(middle + (Two * error)));
    }
}
