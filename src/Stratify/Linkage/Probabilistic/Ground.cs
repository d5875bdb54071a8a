using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>What is true of the register, whoever is compared with it.</summary>
/// <param name="Known">People who say something, by column.</param>
/// <param name="Chance">How likely each level is among pairs of different people of the register.</param>
public sealed record Ground(long People, IReadOnlyDictionary<string, long> Known, IReadOnlyList<double[]> Chance, Kinship Kinship)
{
    /// <summary>
    /// How likely a record of somebody else is to agree so with a person by chance: the two may have the same in truth, and the record be
    /// misspelt. A common name misspelt is far more frequent than two names of the register that look alike.
    /// </summary>
    public IReadOnlyList<double[]> ChanceOf(IReadOnlyList<double[]> m) =>
        [.. Chance.Select((levels, i) => levels.Select((chance, level) => (level == levels.Length - 1 ? 0 : chance) + (levels[^1] * m[i][level])).ToArray())];

    /// <summary>A pattern and how likely different people's records agree so, by chance or as kin.</summary>
    public AgreementPattern Pattern(int code, double pairs, IReadOnlyList<double[]> m, IReadOnlyList<double[]> u)
    {
        var levels = PatternCode.Levels(code);
        var chance = 1.0;
        for (var i = 0; i < levels.Length; i++) { if (levels[i] >= 0) { chance *= u[i][levels[i]]; } }
        return new AgreementPattern(levels, pairs) { OfDifferent = chance + Kinship.Of(levels, m) };
    }
}
