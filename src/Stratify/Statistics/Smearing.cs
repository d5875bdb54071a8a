namespace Stratify.Statistics;

/// <summary>Least squares on the log of costs above nought, brought back to pounds by the mean of the exponents of the residuals (Duan 1983).</summary>
/// <param name="Factor">Duan's: 1 where nothing is left to chance.</param>
public sealed record Smearing(GlmFit Logs, double Factor)
{
    /// <param name="logs">Logs of the costs of those who cost something.</param>
    /// <param name="costs">The same people's costs.</param>
    public static Smearing Fit(DesignMatrix design, Outcome logs, Outcome costs, int threads = 1)
    {
        var fit = Glm.Fit(design, logs, Family.Normal, threads);
        var sum = 0.0;
        for (var row = 0; row < design.Rows; row++) { if (costs.People[row] > 0) { sum += costs.Sums[row] * Math.Exp(-fit.Mean(design, row)); } }
        return new Smearing(fit, sum / costs.Everyone);
    }

    /// <summary>The cost that is expected of whoever costs something.</summary>
    public double Mean(DesignMatrix design, int row) => Factor * Math.Exp(Logs.Mean(design, row));
}
