namespace Stratify.Linkage.Probabilistic;

/// <summary>
/// Why a record and a person were held to be one, or not: the only place where a weight is added up, so that the decision, the table, the
/// chart and the text cannot differ. Holds levels of agreement and no value of anybody.
/// </summary>
/// <param name="Steps">From the odds of any two taken at random to those of this pair; their bits add up to <see cref="Weight"/>.</param>
public sealed record LinkExplanation(IReadOnlyList<WeightStep> Steps)
{
    public double Weight { get; } = Steps.Sum(step => step.Bits);

    public double Probability => OfWeight(Weight);

    /// <summary>p = 2^M / (1 + 2^M).</summary>
    public static double OfWeight(double weight) => weight > 0 ? 1 / (1 + Math.Pow(2, -weight)) : Math.Pow(2, weight) / (1 + Math.Pow(2, weight));

    /// <summary>
    /// A record is of one person at most, or of nobody on the register: what is likely is shared among all whom it could be. Where most of a
    /// file's people are on the register and nobody else fits, that speaks for the one who does.
    /// </summary>
    /// <param name="rivals">The odds of everybody else that the record could be, added up.</param>
    public static LinkExplanation Of(LinkModel model, int pattern, ReadOnlySpan<long> sharers, double rivals) =>
        new([.. model.Weigh(pattern, sharers), new WeightStep("rivals", rivals > model.Away ? "Other people whom the record could be of" : "Nobody else fits as well", -Math.Log2(model.Away + rivals))]);
}
