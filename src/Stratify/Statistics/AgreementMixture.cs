namespace Stratify.Statistics;

/// <summary>Pairs of records that agree alike.</summary>
/// <param name="Levels">The level of each comparison; -1 where one of the two says nothing, which tells nothing.</param>
/// <param name="Pairs">How many such pairs there are.</param>
public sealed record AgreementPattern(IReadOnlyList<int> Levels, double Pairs)
{
    /// <summary>How likely two different people are to agree so, where that is known as a whole; null when it is the product over comparisons.</summary>
    public double? OfDifferent { get; init; }
}

/// <summary>Two kinds of pairs, those of one person and those of two, in the model of Fellegi and Sunter (1969).</summary>
/// <param name="Lambda">The share of all pairs that are of one person.</param>
/// <param name="M">For each comparison and level, how likely a pair of one person is to agree so.</param>
/// <param name="U">The same for pairs of two people.</param>
public sealed record AgreementMixture(double Lambda, IReadOnlyList<double[]> M, IReadOnlyList<double[]> U)
{
    /// <summary>Up to a constant where <see cref="U"/> was given.</summary>
    public double LogLikelihood { get; init; }

    public int Rounds { get; init; }

    /// <summary>How likely a pair of one person is to agree so.</summary>
    public double OfSame(AgreementPattern pattern) => Product(M, pattern.Levels);

    public double OfDifferent(AgreementPattern pattern) => pattern.OfDifferent ?? Product(U, pattern.Levels);

    /// <summary>How likely a pair that agrees so is to be of one person.</summary>
    public double Posterior(AgreementPattern pattern)
    {
        var same = Lambda * OfSame(pattern);
        return same == 0 ? 0 : same / (same + ((1 - Lambda) * OfDifferent(pattern)));
    }

    private static double Product(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> levels)
    {
        var product = 1.0;
        for (var i = 0; i < levels.Count; i++) { if (levels[i] >= 0) { product *= probabilities[i][levels[i]]; } }
        return product;
    }
}

/// <summary>What may move while a mixture is fitted, and what is known beside the patterns.</summary>
public sealed record MixtureFit
{
    public bool MIsFree { get; init; } = true;

    public bool UIsFree { get; init; }

    /// <summary>Pairs known to be of two people, beside those of the patterns: they count in the share only.</summary>
    public double Others { get; init; }

    /// <summary>What is believed of pairs of one person before any is seen, worth so many pairs; null for nothing.</summary>
    public (IReadOnlyList<double[]> M, double Pairs)? Prior { get; init; }

    /// <summary>Expectation and maximisation over patterns until nothing moves: its cost is that of the patterns, not of the pairs.</summary>
    public AgreementMixture Of(IReadOnlyList<AgreementPattern> patterns, AgreementMixture start)
    {
        const int most = 20_000;
        const double still = 1e-12;
        var total = patterns.Sum(pattern => pattern.Pairs) + Others;
        var now = start;
        for (var round = 1; total > 0; round++)
        {
            var next = Step(patterns, now, total);
            var moved = Moved(now, next);
            now = next with { Rounds = round };
            if (moved < still || round == most) { break; }
        }
        return now with { LogLikelihood = LogLikelihood(patterns, now) };
    }

    private AgreementMixture Step(IReadOnlyList<AgreementPattern> patterns, AgreementMixture now, double total)
    {
        var (m, u) = (Zeros(now.M), Zeros(now.U));
        var matches = 0.0;
        foreach (var pattern in patterns)
        {
            var same = pattern.Pairs * now.Posterior(pattern);
            matches += same;
            for (var i = 0; i < m.Length; i++)
            {
                if (pattern.Levels[i] < 0) { continue; }
                m[i][pattern.Levels[i]] += same;
                u[i][pattern.Levels[i]] += pattern.Pairs - same;
            }
        }
        return new AgreementMixture(matches / total, MIsFree ? Shares(m, now.M, Prior) : now.M, UIsFree ? Shares(u, now.U, null) : now.U);
    }

    private double LogLikelihood(IReadOnlyList<AgreementPattern> patterns, AgreementMixture mixture) =>
        patterns.Sum(pattern => pattern.Pairs * Math.Log((mixture.Lambda * mixture.OfSame(pattern)) + ((1 - mixture.Lambda) * mixture.OfDifferent(pattern))))
        + (Others == 0 ? 0 : Others * Math.Log(1 - mixture.Lambda));

    private static double[][] Zeros(IReadOnlyList<double[]> like) => [.. like.Select(levels => new double[levels.Length])];

    /// <summary>Where nothing was seen, what was believed stays.</summary>
    private static double[][] Shares(double[][] seen, IReadOnlyList<double[]> before, (IReadOnlyList<double[]> M, double Pairs)? prior)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (prior is { } believed) { for (var level = 0; level < seen[i].Length; level++) { seen[i][level] += believed.Pairs * believed.M[i][level]; } }
            var sum = seen[i].Sum();
            seen[i] = sum > 0 ? [.. seen[i].Select(pairs => pairs / sum)] : before[i];
        }
        return seen;
    }

    /// <summary>The largest change of a probability; of the share, which may be one in millions, the largest change in proportion.</summary>
    private static double Moved(AgreementMixture from, AgreementMixture to)
    {
        var moved = to.Lambda == 0 ? from.Lambda : Math.Abs(to.Lambda - from.Lambda) / to.Lambda;
        for (var i = 0; i < from.M.Count; i++)
        {
            for (var level = 0; level < from.M[i].Length; level++)
            {
                moved = Math.Max(moved, Math.Max(Math.Abs(to.M[i][level] - from.M[i][level]), Math.Abs(to.U[i][level] - from.U[i][level])));
            }
        }
        return moved;
    }
}
