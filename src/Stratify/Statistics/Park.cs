namespace Stratify.Statistics;

/// <summary>Which family the spread of costs is like (the modified test of Park 1966, in Manning and Mullahy 2001).</summary>
public static class Park
{
    /// <summary>
    /// The power of the mean that squared errors follow, by a gamma model of them on the log of the mean: about 0 as of least squares,
    /// 1 Poisson, 2 gamma, 3 inverse Gaussian.
    /// </summary>
    public static double Power(GlmFit fit, DesignMatrix design, Outcome outcome)
    {
        var rows = Enumerable.Range(0, design.Rows).Where(row => outcome.People[row] > 0).ToList();
        var means = rows.ConvertAll(row => fit.Mean(design, row));
        var errors = rows.Zip(means, (row, mean) => outcome.Squares[row] - (2 * mean * outcome.Sums[row]) + (outcome.People[row] * mean * mean)).ToArray();
        var logs = DesignMatrix.OfValues(["log mean"], means.ConvertAll(mean => (double[])[Math.Log(mean)]));
        // Only the mean squared error of a row is used by a gamma fit; its own spread is of no interest here.
        return Glm.Fit(logs, new Outcome([.. rows.Select(row => outcome.People[row])], errors, errors), Family.Gamma).Coefficients[1];
    }
}
