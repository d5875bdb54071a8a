using Stratify.Statistics;

namespace Stratify.Linkage.Probabilistic;

/// <summary>How sure a file is that some of its people are on the register.</summary>
public enum LinkEvidence
{
    /// <summary>Pairs that look like one person are as rare as chance and kinship make them: nobody is linked.</summary>
    None,
    /// <summary>There are matches, and too few to learn the file's habits from, or what they would teach contradicts itself: those measured elsewhere serve.</summary>
    Believed,
    /// <summary>The file's own habits were learnt from it.</summary>
    Learnt,
}

/// <summary>What one dataset's records without a number are judged by.</summary>
/// <param name="People">People of the register.</param>
/// <param name="Mixture">The share of matches among all pairs, and how likely one person's and two people's records agree in each comparison.</param>
/// <param name="Kin">For a pattern, how much likelier than by chance a record of somebody else is to agree so, since people have kin.</param>
public sealed record LinkModel(string Dataset, long Records, long People, AgreementMixture Mixture, Func<int, double> Kin)
{
    public required LinkEvidence Evidence { get; init; }

    /// <summary>Why the evidence is what it is, in words for the report.</summary>
    public required string Says { get; init; }

    /// <summary>Twice the gain in log-likelihood that matches bring, with the habits measured elsewhere.</summary>
    public double Gain { get; init; }

    /// <summary>How many of all pairs are expected to be of one person.</summary>
    public double Expected => Mixture.Lambda * Records * People;

    /// <summary>The share of the file's records that are of nobody on the register; a tenth at least, however complete the register seems.</summary>
    public double Away => Math.Clamp(1 - (Expected / Records), 0.1, 1);

    /// <summary>People of the register that say something in a column whose values are counted.</summary>
    public required IReadOnlyDictionary<string, long> Known { get; init; }

    /// <summary>The weight of a pair, step by step, before other people that the record could be are looked at.</summary>
    /// <param name="sharers">For each comparison, how many people of the register have the record's value.</param>
    public IReadOnlyList<WeightStep> Weigh(int pattern, ReadOnlySpan<long> sharers)
    {
        var levels = PatternCode.Levels(pattern);
        var steps = new List<WeightStep> { new("prior", "A record and a person taken at random", Math.Log2(Mixture.Lambda / (1 - Mixture.Lambda))) };
        var chance = 1.0;
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] < 0) { continue; }
            var comparison = Comparisons.All[i];
            var (m, u) = (Mixture.M[i][levels[i]], Mixture.U[i][levels[i]]);
            steps.Add(new WeightStep(comparison.Name, comparison.Says(levels[i]), Math.Log2(m / u)) { M = m, U = u });
            chance *= u;
            if (levels[i] != comparison.Best || comparison.Frequency is not { } column || sharers[i] == 0) { continue; }
            // One more than is known of: who has a rare name is seldom the only one, even where the register knows no other.
            var whole = Comparisons.Wholes[i];
            if (whole >= 0 && sharers[whole] == 0) { continue; }
            var share = Math.Min(1, (sharers[i] + 1.0) / (whole >= 0 ? sharers[whole] + 1 : Known[column]));
            steps.Add(new WeightStep(comparison.FrequencyName, comparison.SaysCommon, Math.Log2(u / share)) { U = share });
            chance = chance / u * share;
        }
        var kin = Kin(pattern);
        if (kin > 0) { steps.Add(new WeightStep("kinship", "Different people who agree so: twins, families, neighbours", Math.Log2(chance / (chance + kin))) { U = kin }); }
        return steps;
    }
}

/// <summary>One step of a match weight, in bits: what it says of the pair, and by how much it moves the odds.</summary>
public sealed record WeightStep(string Name, string Says, double Bits)
{
    /// <summary>How likely records of one person agree so; null where the step is no comparison.</summary>
    public double? M { get; init; }

    /// <summary>How likely records of two people do.</summary>
    public double? U { get; init; }
}
