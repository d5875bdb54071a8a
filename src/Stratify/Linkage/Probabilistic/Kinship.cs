namespace Stratify.Linkage.Probabilistic;

/// <summary>
/// How much likelier two different people are to have several things in common than each by chance: twins share a birth date, a family name
/// and an address. Measured on the register against itself, where two numbers are two people; without it a twin would pass for a person
/// who is called something else.
/// </summary>
public sealed class Kinship
{
    private readonly List<(int[] Levels, double Share)> _kin = [];
    private readonly IReadOnlyList<double[]> _chance;

    /// <param name="agreed">How many pairs of different people agree so, by pattern: only those that a blocking rule finds.</param>
    /// <param name="pairs">Of how many in all.</param>
    /// <param name="random">Pairs of different people at random, by pattern: they say how many can be compared in what.</param>
    /// <param name="chance">How likely each level is among those.</param>
    public Kinship(IReadOnlyDictionary<int, double> agreed, double pairs, IReadOnlyDictionary<int, double> random, IReadOnlyList<double[]> chance)
    {
        _chance = chance;
        var drawn = random.Values.Sum();
        var comparable = random.GroupBy(pattern => Mask(PatternCode.Levels(pattern.Key))).ToDictionary(group => group.Key, group => group.Sum(pattern => pattern.Value) / drawn);
        foreach (var (pattern, found) in agreed.OrderBy(pair => pair.Key))
        {
            var levels = PatternCode.Levels(pattern);
            var byChance = comparable.GetValueOrDefault(Mask(levels));
            for (var i = 0; i < levels.Length; i++) { if (levels[i] >= 0) { byChance *= chance[i][levels[i]]; } }
            if (found / pairs > byChance) { _kin.Add((levels, (found / pairs) - byChance)); }
        }
    }

    /// <summary>
    /// The probability, to be added to that of chance, that a record of somebody's kin agrees so with them: what the two have in common may be
    /// misspelt in the record as anybody's may, and where they differ they differ.
    /// </summary>
    /// <param name="m">How likely a record of a person is to agree with that person.</param>
    public double Of(IReadOnlyList<int> levels, IReadOnlyList<double[]> m)
    {
        var sum = 0.0;
        foreach (var (kin, share) in _kin)
        {
            var likely = share;
            for (var i = 0; i < kin.Length && likely > 0; i++)
            {
                if (levels[i] < 0) { continue; }
                if (kin[i] < 0) { likely *= _chance[i][levels[i]]; }
                else if (kin[i] == _chance[i].Length - 1) { likely *= m[i][levels[i]]; }
                else if (kin[i] != levels[i]) { likely = 0; }
            }
            sum += likely;
        }
        return sum;
    }

    /// <summary>The same by the number of a pattern, worked out once for each.</summary>
    public Func<int, double> Under(IReadOnlyList<double[]> m)
    {
        var known = new Dictionary<int, double>();
        return pattern => known.TryGetValue(pattern, out var kin) ? kin : known[pattern] = Of(PatternCode.Levels(pattern), m);
    }

    /// <summary>Which comparisons can be made, one bit for each; not one within another, which can be made because that other agrees.</summary>
    private static int Mask(IReadOnlyList<int> levels)
    {
        var mask = 0;
        for (var i = 0; i < levels.Count; i++) { if (levels[i] >= 0 && Comparisons.All[i].Within is null) { mask |= 1 << i; } }
        return mask;
    }
}
