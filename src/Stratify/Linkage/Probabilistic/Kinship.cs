namespace Stratify.Linkage.Probabilistic;

/// <summary>
/// How much likelier two different people are to agree in several things at once than each by chance: twins share a birth date, a family name
/// and an address. Measured on the register against itself, where two numbers are two people; without it they would pass for a person misspelt.
/// </summary>
public sealed class Kinship
{
    private readonly IReadOnlyDictionary<int, double> _agreed;
    private readonly IReadOnlyDictionary<int, double> _random;
    private readonly IReadOnlyList<double[]> _chance;
    private readonly double _pairs, _drawn;
    private readonly int _comparable;
    private readonly Dictionary<int, (double Pairs, Dictionary<int, double> Found)> _byMask = [];

    /// <param name="agreed">How many pairs of different people agree so, by pattern: only those that a blocking rule finds.</param>
    /// <param name="pairs">Of how many in all.</param>
    /// <param name="random">Pairs of different people at random, by pattern: they say how many can be compared in what.</param>
    /// <param name="chance">How likely each level is among those.</param>
    public Kinship(IReadOnlyDictionary<int, double> agreed, double pairs, IReadOnlyDictionary<int, double> random, IReadOnlyList<double[]> chance)
    {
        (_agreed, _pairs, _random, _chance) = (agreed, pairs, random, chance);
        _drawn = random.Values.Sum();
        _comparable = random.Keys.Aggregate(0, (mask, pattern) => mask | Mask(PatternCode.Levels(pattern)));
    }

    public static Kinship None { get; } = new(new Dictionary<int, double>(), 0, new Dictionary<int, double>(), Comparisons.U);

    /// <summary>
    /// The probability to be added to that of chance; 0 where chance explains all. What the register never says of itself, such as a bare
    /// initial, kin are taken to agree in no more often than others.
    /// </summary>
    public double Of(IReadOnlyList<int> levels)
    {
        var (byChance, apart) = (1.0, 1.0);
        var shared = levels.ToArray();
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] < 0) { continue; }
            if ((_comparable & (1 << i)) != 0) { byChance *= _chance[i][levels[i]]; continue; }
            apart *= _chance[i][levels[i]];
            shared[i] = -1;
        }
        var (all, known) = Known(Mask(shared));
        return all > 0 && known.TryGetValue(PatternCode.Of(shared), out var found) ? apart * Math.Max(0, (found / all) - byChance) : 0;
    }

    /// <summary>Which comparisons can be made, one bit for each.</summary>
    private static int Mask(IReadOnlyList<int> levels)
    {
        var mask = 0;
        for (var i = 0; i < levels.Count; i++) { if (levels[i] >= 0) { mask |= 1 << i; } }
        return mask;
    }

    /// <summary>The register's pairs as if they could be compared in these things only: a record without a postcode may be a twin's too.</summary>
    private (double Pairs, Dictionary<int, double> Found) Known(int mask)
    {
        if (_byMask.TryGetValue(mask, out var known)) { return known; }
        var found = new Dictionary<int, double>();
        foreach (var (pattern, count) in _agreed)
        {
            var levels = PatternCode.Levels(pattern);
            if ((Mask(levels) & mask) != mask) { continue; }
            for (var i = 0; i < levels.Length; i++) { if ((mask & (1 << i)) == 0) { levels[i] = -1; } }
            var code = PatternCode.Of(levels);
            found[code] = found.GetValueOrDefault(code) + count;
        }
        var comparable = _random.Where(pattern => (Mask(PatternCode.Levels(pattern.Key)) & mask) == mask).Sum(pattern => pattern.Value);
        return _byMask[mask] = (_drawn == 0 ? 0 : _pairs * comparable / _drawn, found);
    }
}
