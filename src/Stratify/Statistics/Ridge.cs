namespace Stratify.Statistics;

/// <summary>
/// A logit whose coefficients are held back (le Cessie and van Houwelingen 1992): they make −2 log L + λ Σ β² least, the intercept being free. It
/// tells people apart who are not those it was fitted to better than a free fit does, and no column can run away.
/// </summary>
public static class Ridge
{
    /// <summary>As if each coefficient had been seen before as nought with a standard deviation of 1/√λ: 1.8 for the first, 0.1 for the last.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [0.3, 1, 3, 10, 30, 100];

    /// <returns>Its errors are those of a mean that was nought before anybody was seen; where nobody differs, the fit is empty.</returns>
    public static GlmFit Fit(DesignMatrix design, Outcome outcome, double penalty, int threads = 1)
    {
        if (outcome.Everyone == 0 || outcome.Mean is <= 0 or >= 1) { return GlmFit.Nothing(design, Family.Logit, outcome.Everyone); }
        return Glm.Fit(design, outcome, Family.Logit, [0, .. Enumerable.Repeat(penalty, design.Columns.Count - 1)], threads);
    }

    /// <summary>The penalty with which people who were left out are told best: each part in turn is told by a fit to all others. Of two that tell as well, the greater.</summary>
    /// <param name="parts">The same rows, with the people of each part.</param>
    public static double Choose(DesignMatrix design, IReadOnlyList<Outcome> parts, int threads = 1) =>
        Penalties.OrderByDescending(penalty => penalty).MinBy(penalty => parts.Sum(part => Loss(Fit(design, Others(parts, part), penalty, threads), design, part)));

    /// <summary>−2 log L of people by a fit; infinite where there was nothing to fit.</summary>
    public static double Loss(GlmFit fit, DesignMatrix design, Outcome people)
    {
        if (fit.IsEmpty) { return double.PositiveInfinity; }
        var loss = 0.0;
        for (var row = 0; row < design.Rows; row++)
        {
            if (people.People[row] == 0) { continue; }
            var predictor = design.Predict(row, fit.Coefficients);
            loss += fit.Family.Loss(predictor, fit.Family.Mean(predictor), people.People[row], people.Sums[row], people.Squares[row]);
        }
        return loss;
    }

    private static Outcome Others(IReadOnlyList<Outcome> parts, Outcome but)
    {
        var (people, having) = (new double[but.People.Length], new double[but.People.Length]);
        foreach (var part in parts.Where(part => !ReferenceEquals(part, but)))
        {
            for (var row = 0; row < people.Length; row++)
            {
                people[row] += part.People[row];
                having[row] += part.Sums[row];
            }
        }
        return Outcome.OfShares(people, having);
    }
}
