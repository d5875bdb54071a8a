namespace Stratify.Statistics;

/// <summary>
/// How likely each person was to be chosen, by what was known of them before (Rosenbaum and Rubin 1983): a logit, and the scale on which two people
/// are compared by it.
/// </summary>
/// <param name="Fit">Empty where nothing could be fitted: nobody was chosen, or everybody.</param>
/// <param name="Logits">The linear predictor of each person; nought for all where nothing could be fitted.</param>
/// <param name="Spread">The standard deviation of the logits: the root of the mean of the two groups' variances (Austin 2011).</param>
public sealed record Propensity(GlmFit Fit, double[] Logits, double Spread)
{
    /// <param name="covariates">Their names.</param>
    /// <param name="people">A value for each covariate, person by person.</param>
    /// <param name="chosen">Whether a person was.</param>
    public static Propensity Of(IReadOnlyList<string> covariates, IReadOnlyList<double[]> people, IReadOnlyList<bool> chosen, int threads = 1)
    {
        // A column far from nought is lost in rounding beside the intercept; about its own mean and spread it is not, and the logits are the same.
        var design = DesignMatrix.OfValues(covariates, Standardised(people, covariates.Count));
        var fit = Glm.Fit(design, Outcome.OfEach([.. chosen.Select(one => one ? 1.0 : 0)]), Family.Logit, threads);
        var logits = Enumerable.Range(0, people.Count).Select(row => design.Predict(row, fit.Coefficients)).ToArray();
        return new Propensity(fit, logits, Math.Sqrt((Balance.Variance(Of(true)) + Balance.Variance(Of(false))) / 2));

        double[] Of(bool which) => [.. logits.Where((_, i) => chosen[i] == which)];
    }

    private static List<double[]> Standardised(IReadOnlyList<double[]> people, int covariates)
    {
        var scales = Enumerable.Range(0, covariates).Select(covariate =>
        {
            var values = people.Select(person => person[covariate]).ToArray();
            var spread = Math.Sqrt(Balance.Variance(values));
            return (Mean: values.Length == 0 ? 0 : values.Average(), Spread: spread > 0 ? spread : 1);
        }).ToArray();
        return [.. people.Select(person => person.Select((value, i) => (value - scales[i].Mean) / scales[i].Spread).ToArray())];
    }
}

/// <summary>How far two groups differ in a covariate.</summary>
public static class Balance
{
    /// <summary>
    /// The difference of two means in standard deviations, these the root of the mean of the two groups' variances before anybody was matched, so that
    /// matching moves the difference and not the scale (Stuart 2010). Nought where nothing varies and the means agree.
    /// </summary>
    /// <param name="before">What the scale is taken from: everybody of each group.</param>
    public static double Difference(double mean, double other, (double Variance, double Other) before)
    {
        var scale = Math.Sqrt((before.Variance + before.Other) / 2);
        return mean == other ? 0 : scale > 0 ? (mean - other) / scale : double.PositiveInfinity;
    }

    /// <summary>With n − 1 below; nought of fewer than two.</summary>
    public static double Variance(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2) { return 0; }
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
