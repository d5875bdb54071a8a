using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>What people who were chosen for being high fall by of themselves.</summary>
public static class RegressionToTheMean
{
    /// <summary>The mean of those above a limit, and how far it falls when they are measured again; for measures that are normal (Davis 1976).</summary>
    /// <param name="between">The standard deviation of what people truly differ by.</param>
    /// <param name="within">That of one person's measure from time to time.</param>
    public static (double Chosen, double Fall) Normally(double mean, double between, double within, double limit)
    {
        var all = Math.Sqrt((between * between) + (within * within));
        var z = (limit - mean) / all;
        var height = Normal.PDF(0, 1, z) / (1 - Normal.CDF(0, 1, z));
        return (mean + (all * height), within * within / all * height);
    }
}
