using MathNet.Numerics.Distributions;

namespace Stratify.Statistics;

/// <summary>How sure a budget is of a group of people whose costs vary, when what is expected of each explains part of that.</summary>
/// <param name="Variation">Standard deviation over mean of one person's cost.</param>
/// <param name="Explained">R² of what is expected of each.</param>
public sealed record RiskPool(double Variation, double Explained = 0)
{
    /// <summary>The chance that the mean of so many people is above what is expected by more than a part of it; normal, which below about five thousand people is too kind.</summary>
    public double Overspending(double people, double part) => 1 - Normal.CDF(0, 1, part / Spread(people));

    /// <summary>How many people it takes for the mean to be within a part of what is expected, 19 times in 20.</summary>
    public double PeopleFor(double part) => Math.Pow(Normal.InvCDF(0, 1, 0.975) * Variation * Math.Sqrt(1 - Explained) / part, 2);

    /// <summary>The standard error of the mean, over the mean.</summary>
    public double Spread(double people) => Variation * Math.Sqrt((1 - Explained) / people);
}
