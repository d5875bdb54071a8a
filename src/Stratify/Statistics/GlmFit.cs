namespace Stratify.Statistics;

/// <summary>A model as fitted.</summary>
/// <param name="Columns">The intercept, then the covariates.</param>
/// <param name="Coefficients">One a column, on the scale of the linear predictor; not a number for what was left out.</param>
/// <param name="Unscaled">(X'WX)⁻¹ by row, which the dispersion makes the covariance of the coefficients.</param>
public sealed record GlmFit(IReadOnlyList<string> Columns, double[] Coefficients, double[] Unscaled, Family Family)
{
    public double People { get; init; }

    /// <summary>Minus twice the log-likelihood, up to a constant of the data; of least squares, the sum of squared errors.</summary>
    public double Loss { get; init; }

    /// <summary>Pearson's φ, over people less coefficients; 1 where the family knows its spread.</summary>
    public double Dispersion { get; init; }

    public int Rounds { get; init; }

    /// <summary>Whether the optimum was reached.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Columns that those before them give already, or that nobody has.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Columns that tell the outcome without fail, so that no coefficient is large enough: held back to one that is finite.</summary>
    public IReadOnlyList<string> HeldBack { get; init; } = [];

    /// <summary>Nothing could be fitted: there is nobody, or nobody differs.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Standard errors from the model's own spread; of a logit, as it says.</summary>
    public double[] StandardErrors => Roots(Unscaled, Dispersion);

    internal static GlmFit Nothing(DesignMatrix design, Family family, double people) =>
        new(design.Columns, [.. design.Columns.Select(_ => double.NaN)], new double[design.Columns.Count * design.Columns.Count], family) { People = people, IsEmpty = true, IsSettled = true };

    /// <summary>The mean that is expected in a row.</summary>
    public double Mean(DesignMatrix design, int row) => Family.Mean(design.Predict(row, Coefficients));

    /// <summary>Roots of a covariance's diagonal, not a number for what was left out.</summary>
    internal double[] Roots(double[] covariance, double times = 1) =>
        [.. Coefficients.Select((coefficient, column) => double.IsNaN(coefficient) ? double.NaN : Math.Sqrt(times * covariance[(column * Columns.Count) + column]))];
}
