namespace Stratify.Statistics;

/// <summary>
/// One made of others: weights that are not negative and add up to one, with which the others come nearest to it over the time before (Abadie, Diamond
/// and Hainmueller 2010, on the outcome alone).
/// </summary>
/// <param name="Weights">By donor.</param>
/// <param name="Gaps">By period, before and after: the one less what it was made of.</param>
/// <param name="Before">How many periods are before.</param>
public sealed record SyntheticControl(double[] Weights, double[] Gaps, int Before)
{
    /// <summary>The root of the mean squared gap before: how well the others make it up.</summary>
    public double ErrorBefore => Root(Gaps[..Before]);

    public double ErrorAfter => Root(Gaps[Before..]);

    /// <summary>The mean gap after less that before: a level by which the others fall short of the one is no effect (Ferman and Pinto 2021).</summary>
    public double Effect => Gaps[Before..].Average() - Gaps[..Before].Average();

    /// <param name="one">By period.</param>
    /// <param name="donors">By donor, then by period.</param>
    /// <param name="before">Periods to which the weights are fitted.</param>
    public static SyntheticControl Of(IReadOnlyList<double> one, IReadOnlyList<double[]> donors, int before)
    {
        var weights = Fit([.. one.Take(before)], [.. donors.Select(donor => donor[..before])]);
        return new SyntheticControl(weights, [.. one.Select((value, period) => value - weights.Select((weight, donor) => weight * donors[donor][period]).Sum())], before);
    }

    /// <summary>
    /// By active sets, as Lawson and Hanson (1974) do: where weights add up to one, the squared gap is w'Pw with the products P of donors less the one,
    /// least on a set of donors at P⁻¹1. With more donors than periods many weights fit as well: a hundred-millionth of ridge takes the most even of them.
    /// </summary>
    private static double[] Fit(double[] one, double[][] donors)
    {
        var (size, products) = (donors.Length, Products(one, donors));
        var weights = new double[size];
        weights[Enumerable.Range(0, size).MinBy(i => products[(i * size) + i])] = 1;
        for (var round = 0; round < 20 * size; round++)
        {
            var slopes = Enumerable.Range(0, size).Select(i => Row(products, weights, i)).ToArray();
            var level = slopes.Zip(weights, (slope, weight) => slope * weight).Sum();
            var best = Enumerable.Range(0, size).Where(i => weights[i] == 0).OrderBy(i => slopes[i]).Cast<int?>().FirstOrDefault();
            if (best is not { } next || slopes[next] >= level - (1e-12 * Math.Max(level, products.Max()))) { break; }
            Settle(products, weights, [.. Enumerable.Range(0, size).Where(i => weights[i] > 0 || i == next)]);
        }
        return weights;
    }

    private static double[] Products(double[] one, double[][] donors)
    {
        var size = donors.Length;
        var apart = donors.Select(donor => donor.Zip(one, (value, own) => value - own).ToArray()).ToArray();
        var products = new double[size * size];
        for (var i = 0; i < size; i++) { for (var j = 0; j < size; j++) { products[(i * size) + j] = apart[i].Zip(apart[j], (left, right) => left * right).Sum(); } }
        var ridge = 1e-8 * Enumerable.Range(0, size).Average(i => products[(i * size) + i]);
        for (var i = 0; i < size; i++) { products[(i * size) + i] += ridge > 0 ? ridge : 1; }
        return products;
    }

    /// <summary>The least on a set of donors; whoever's weight would fall below nought on the way leaves the set.</summary>
    private static void Settle(double[] products, double[] weights, List<int> set)
    {
        while (true)
        {
            var part = set.SelectMany(i => set.Select(j => products[(i * weights.Length) + j])).ToArray();
            var aim = new Cholesky(part, set.Count).Solve(Enumerable.Repeat(1.0, set.Count).ToArray());
            var sum = aim.Sum();
            var way = set.Select((i, at) => (I: i, From: weights[i], To: aim[at] / sum)).ToList();
            var length = way.Where(one => one.To <= 0).Select(one => one.From / (one.From - one.To)).Append(1).Min();
            foreach (var (i, from, to) in way) { weights[i] = from + (length * (to - from)); }
            var left = way.Where(one => one.To <= 0 && weights[one.I] <= 1e-15).Select(one => one.I).ToList();
            foreach (var i in left) { weights[i] = 0; }
            if (left.Count == 0) { return; }
            set = [.. set.Except(left)];
        }
    }

    private static double Row(double[] matrix, double[] by, int row)
    {
        var sum = 0.0;
        for (var i = 0; i < by.Length; i++) { sum += matrix[(row * by.Length) + i] * by[i]; }
        return sum;
    }

    private static double Root(double[] gaps) => Math.Sqrt(gaps.Average(gap => gap * gap));
}

/// <summary>How unusual one is among those to whom nothing was done, each made of the others in the same way.</summary>
/// <param name="Lower">Effects that would not be unusual: the one's own, as far off as all but one in twenty of the others are; of fewer than nineteen others, as the farthest.</param>
/// <param name="Level">How sure that is: 0.95, or as much as so few others can give.</param>
/// <param name="P">The share, its own counted, whose error after is as many times that before as the one's: no less than one over how many they are.</param>
public sealed record PlaceboInSpace(double Lower, double Upper, double Level, double P)
{
    /// <param name="donors">By donor, then by period.</param>
    public static PlaceboInSpace Of(SyntheticControl one, IReadOnlyList<double[]> donors)
    {
        var others = donors.Select((donor, i) => SyntheticControl.Of(donor, [.. donors.Where((_, other) => other != i)], one.Before)).ToList();
        var sizes = others.Select(other => Math.Abs(other.Effect)).OrderDescending().ToList();
        var beyond = (int)Math.Floor(0.05 * (others.Count + 1));
        var reach = sizes[Math.Max(0, beyond - 1)];
        var level = 1 - (Math.Max(1, beyond) / (others.Count + 1.0));
        return new PlaceboInSpace(one.Effect - reach, one.Effect + reach, level, (1.0 + others.Count(other => Ratio(other) >= Ratio(one))) / (others.Count + 1));
    }

    private static double Ratio(SyntheticControl of) => of.ErrorBefore > 0 ? of.ErrorAfter / of.ErrorBefore : of.ErrorAfter > 0 ? double.PositiveInfinity : 0;
}
