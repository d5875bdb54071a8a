namespace Stratify.Statistics;

/// <summary>Putting groups in order by several measures at once, without adding pounds to shares: by their places in each.</summary>
public static class Priority
{
    /// <summary>The weighted mean of a group's places: the less, the sooner its turn.</summary>
    /// <param name="places">By measure, then by group: 1 the first.</param>
    /// <param name="weights">By measure; not all nought.</param>
    public static double[] Scores(IReadOnlyList<int[]> places, IReadOnlyList<double> weights)
    {
        var whole = weights.Sum();
        return [.. Enumerable.Range(0, places[0].Length).Select(group => places.Select((place, measure) => place[group] * weights[measure]).Sum() / whole)];
    }

    /// <summary>The place of each score, 1 that of the least; equal ones share the better place.</summary>
    public static int[] Order(double[] scores) => Ranks.Descending([.. scores.Select(score => -score)]);

    /// <summary>
    /// Which front a group is on: 1 where no other is at least as well placed in every measure and better in one; 2 where none is of those that
    /// are left when the first front is taken away; and so on. No weights can put a group before one that is better in all.
    /// </summary>
    /// <param name="places">By measure, then by group: 1 the first.</param>
    public static int[] Fronts(IReadOnlyList<int[]> places)
    {
        var fronts = new int[places[0].Length];
        for (var front = 1; fronts.Contains(0); front++)
        {
            var left = Enumerable.Range(0, fronts.Length).Where(group => fronts[group] == 0).ToList();
            foreach (var group in left.Where(group => !left.Exists(other => IsBefore(places, other, group))).ToList()) { fronts[group] = front; }
        }
        return fronts;
    }

    /// <summary>Weights drawn at random, each set of them that adds up to one as likely as any other.</summary>
    public static double[] AnyWeights(int measures, Xoshiro random)
    {
        // Gaps between uniform values, by exponentials: Rubin 1981.
        var parts = Enumerable.Range(0, measures).Select(_ => -Math.Log(1 - random.NextDouble())).ToArray();
        var whole = parts.Sum();
        return [.. parts.Select(part => part / whole)];
    }

    private static bool IsBefore(IReadOnlyList<int[]> places, int one, int other) =>
        places.All(place => place[one] <= place[other]) && places.Any(place => place[one] < place[other]);
}
