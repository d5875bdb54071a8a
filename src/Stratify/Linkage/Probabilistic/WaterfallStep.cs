namespace Stratify.Linkage.Probabilistic;

/// <summary>One step of a match weight as it is shown: the text, the table and the chart round here and nowhere else.</summary>
/// <param name="Bits">By how much the step moves the odds, in bits.</param>
/// <param name="Total">The weight after it.</param>
/// <param name="M">How likely records of one person agree so; null where the step is no comparison.</param>
/// <param name="U">How likely records of two people do.</param>
public sealed record WaterfallStep(string Name, string Says, decimal Bits, decimal Total, decimal? M, decimal? U)
{
    public static IReadOnlyList<WaterfallStep> Of(LinkExplanation why)
    {
        var total = 0.0;
        return [.. why.Steps.Select(step => new WaterfallStep(step.Name, step.Says, Weight(step.Bits), Weight(total += step.Bits), Chance(step.M), Chance(step.U)))];
    }

    public static decimal Weight(double bits) => decimal.Round((decimal)bits, 3);

    public static decimal Chance(double chance) => decimal.Round((decimal)chance, 6);

    private static decimal? Chance(double? chance) => chance is { } known ? Chance(known) : null;
}
