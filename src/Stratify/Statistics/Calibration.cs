namespace Stratify.Statistics;

/// <summary>People of whom about the same was expected, and what came.</summary>
/// <param name="From">Their first tenth, from 1, and <paramref name="To"/> their last.</param>
/// <param name="Happened">To how many of them it happened.</param>
/// <param name="Expected">To how many it was expected to: the sum of their probabilities.</param>
public sealed record ExpectedGroup(int From, int To, long People, long Happened, double Expected)
{
    internal ExpectedGroup With(ExpectedGroup next) => new(From, next.To, People + next.People, Happened + next.Happened, Expected + next.Expected);
}

/// <summary>Whether what was expected came.</summary>
public static class Calibration
{
    private const double Normal95 = 1.959963984540054;
    private const int MostRounds = 50;

    /// <summary>Observed over expected, with the limits of a count (<see cref="Rates.Count"/>).</summary>
    public static Estimate Ratio(double happened, double expected)
    {
        var ratio = Rates.Ratio(happened, expected);
        return new Estimate(ratio.Value / 100, ratio.Lower / 100, ratio.Upper / 100);
    }

    /// <summary>Tenths of people by what was expected of them, the least first; people of whom the same is expected stay together, so that a tenth may be larger, or not there.</summary>
    public static IReadOnlyList<ExpectedGroup> Tenths(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happens)
    {
        var tenths = Goodness.Tenths(probabilities);
        var (people, happened, expected) = (new long[10], new long[10], new double[10]);
        for (var i = 0; i < tenths.Length; i++)
        {
            people[tenths[i]]++;
            happened[tenths[i]] += happens[i] ? 1 : 0;
            expected[tenths[i]] += probabilities[i];
        }
        return [.. Enumerable.Range(0, 10).Where(tenth => people[tenth] > 0).Select(tenth => new ExpectedGroup(tenth + 1, tenth + 1, people[tenth], happened[tenth], expected[tenth]))];
    }

    /// <summary>The slope of what came on the log-odds that were expected (Cox 1958), by a logit: below 1, the high were expected too high and the low too low.</summary>
    public static Estimate Slope(IReadOnlyList<double> probabilities, IReadOnlyList<bool> happens)
    {
        var design = DesignMatrix.OfValues(["expected"], [.. probabilities.Select(p => new[] { LogOdds(p) })]);
        var fit = Glm.Fit(design, Outcome.OfEach([.. happens.Select(one => one ? 1.0 : 0.0)]), Family.Logit);
        return fit.IsEmpty || double.IsNaN(fit.Coefficients[1]) ? Estimate.Unknown : Around(fit.Coefficients[1], fit.StandardErrors[1]);
    }

    /// <summary>How far the log-odds of all would have to be moved for as many to be expected as came (calibration in the large): above 0, too few were expected.</summary>
    public static Estimate Intercept(IReadOnlyList<double> probabilities, IReadOnlyList<bool> happens)
    {
        var (happened, odds, moved, weight) = (happens.Count(one => one), probabilities.Select(LogOdds).ToArray(), 0.0, 0.0);
        if (happened == 0 || happened == happens.Count) { return Estimate.Unknown; }
        for (var (round, step) = (0, 1.0); round < MostRounds && Math.Abs(step) > 1e-12; round++)
        {
            var expected = 0.0;
            weight = 0;
            foreach (var odd in odds)
            {
                var p = Family.Logit.Mean(odd + moved);
                expected += p;
                weight += p * (1 - p);
            }
            step = (happened - expected) / weight;
            moved += Math.Clamp(step, -2, 2);
        }
        return Around(moved, 1 / Math.Sqrt(weight));
    }

    private static double LogOdds(double p) => Family.Logit.Link(Math.Clamp(p, 1e-12, 1 - 1e-12));

    private static Estimate Around(double value, double error) => new(value, value - (Normal95 * error), value + (Normal95 * error));
}
