using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Costing;

/// <summary>What a provider's prices are multiplied by for where it stands.</summary>
/// <param name="Provider">An organisation's code; a trust's three characters stand for its sites.</param>
/// <param name="Millionths">The factor in millionths: 1,150,000 for 1.15.</param>
public sealed record ProviderFactor(string Provider, long Millionths);

/// <summary>The user's list of market forces factors: a row for each provider.</summary>
public static class MarketForces
{
    private const int Decimals = 6;

    /// <exception cref="DefinitionException">A provider is missing or named twice, or a factor is none; every fault is listed.</exception>
    public static IReadOnlyList<ProviderFactor> Read(Stream stream, string file)
    {
        var problems = new List<Problem>();
        var factors = new List<ProviderFactor>();
        foreach (var (place, fields) in ReferenceCsv.Read(stream, file, ProblemKinds.MarketForcesWrong, "provider", "mff"))
        {
            var provider = fields["provider"].ToUpperInvariant();
            if (provider.Length == 0) { problems.Add(ProblemKinds.MarketForcesWrong.At(place, "The provider is missing.")); }
            else if (factors.Any(other => other.Provider == provider)) { problems.Add(ProblemKinds.MarketForcesWrong.At(place, "The provider is named twice.")); }
            else if (Factor(fields["mff"]) is { } factor) { factors.Add(new ProviderFactor(provider, (long)(factor * 1_000_000))); }
            else { problems.Add(ProblemKinds.MarketForcesWrong.At(place, "'mff' must be a factor from 0.5 to 2 with at most six decimals, such as 1.0831.")); }
        }
        if (problems.Count == 0 && factors.Count == 0) { problems.Add(ProblemKinds.MarketForcesWrong.At(new Place(file), "The list holds no provider.")); }
        return problems.Count == 0 ? factors : throw new DefinitionException(problems);
    }

    private static decimal? Factor(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor is >= 0.5m and <= 2 && factor == decimal.Round(factor, Decimals) ? factor : null;
}
