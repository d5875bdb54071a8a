namespace Stratify.Statistics;

/// <summary>How well a score puts those first to whom something happens.</summary>
public static class Discrimination
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>
    /// The area under the curve: how often somebody to whom it happens has the higher score of two, of whom one is; ties count half. Its 95% interval is
    /// that of DeLong and others (1988), reckoned by ranks (Sun and Xu 2014), and cut at 0 and 1. Not a number where it happens to all or none.
    /// </summary>
    public static Estimate Area(IReadOnlyList<double> scores, IReadOnlyList<bool> happens)
    {
        int[] with = [.. Enumerable.Range(0, scores.Count).Where(i => happens[i])], without = [.. Enumerable.Range(0, scores.Count).Where(i => !happens[i])];
        if (with.Length == 0 || without.Length == 0) { return Estimate.Unknown; }
        var all = Ranks(scores);
        double[] above = Parts(with, without.Length, rank => rank), below = Parts(without, with.Length, rank => with.Length - rank);
        var area = above.Average();
        var error = Math.Sqrt((Variance(above) / above.Length) + (Variance(below) / below.Length));
        return new Estimate(area, Math.Max(0, area - (Normal95 * error)), Math.Min(1, area + (Normal95 * error)));

        // Of each person, how many of the others they stand right against, as a share.
        double[] Parts(int[] of, int others, Func<double, double> right)
        {
            var own = Ranks([.. of.Select(i => scores[i])]);
            return [.. of.Select((i, place) => right(all[i] - own[place]) / others)];
        }
    }

    /// <summary>Ranks from one; equal values share the middle of theirs.</summary>
    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var (keys, order) = (values.ToArray(), Enumerable.Range(0, values.Count).ToArray());
        Array.Sort(keys, order);
        var ranks = new double[keys.Length];
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from; to < keys.Length && keys[to] == keys[from];) { to++; }
            for (var i = from; i < to; i++) { ranks[order[i]] = (from + to + 1) / 2.0; }
        }
        return ranks;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
