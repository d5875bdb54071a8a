namespace Stratify.Statistics;

/// <summary>
/// What people of each group have a day of several things, with how it could have fallen otherwise: people drawn with replacement (Efron 1979),
/// all their things together, each rate the drawn amount over the drawn days.
/// </summary>
/// <param name="Rates">By thing, then by group; nought where nobody was there.</param>
/// <param name="Drawn">The same of every sample.</param>
public sealed record RateCurve(double[][] Rates, double[][][] Drawn)
{
    /// <summary>More people than this are dealt at random into as many hands, and hands are drawn: 500 sums tell a spread to 3%, whatever the number of people.</summary>
    private const int Hands = 500;

    /// <param name="groups">The group of each person, from nought.</param>
    /// <param name="days">How long each was there.</param>
    /// <param name="amounts">By thing, then by person.</param>
    public static RateCurve Of(ReadOnlySpan<int> groups, int count, ReadOnlySpan<long> days, IReadOnlyList<long[]> amounts, int samples, Xoshiro random)
    {
        var hands = Dealt(groups, count, days, amounts, random);
        var all = new double[count * (amounts.Count + 1)];
        foreach (var hand in hands) { Add(all, hand); }
        var drawn = new double[samples][][];
        for (var sample = 0; sample < samples; sample++)
        {
            var sums = new double[all.Length];
            for (var draw = 0; draw < hands.Length; draw++) { Add(sums, hands[random.NextInt(hands.Length)]); }
            drawn[sample] = Rated(sums, count, amounts.Count);
        }
        return new RateCurve(Rated(all, count, amounts.Count), drawn);
    }

    /// <summary>What other people have of a thing over what some have, if those of each group have what they have now.</summary>
    /// <param name="some">How many they are, by group.</param>
    /// <returns>The ratio with the 95% interval of its samples; not a number where those some have nothing.</returns>
    public Estimate Ratio(int thing, ReadOnlySpan<double> others, ReadOnlySpan<double> some)
    {
        var replicates = new double[Drawn.Length];
        for (var sample = 0; sample < Drawn.Length; sample++) { replicates[sample] = Expected(Drawn[sample][thing], others) / Expected(Drawn[sample][thing], some); }
        var (lower, upper) = Bootstrap.Interval([.. replicates.Where(double.IsFinite)]);
        return new Estimate(Expected(Rates[thing], others) / Expected(Rates[thing], some), lower, upper);
    }

    private static double Expected(double[] rates, ReadOnlySpan<double> people)
    {
        var sum = 0.0;
        for (var group = 0; group < people.Length; group++) { sum += rates[group] * people[group]; }
        return sum;
    }

    /// <summary>By hand: the days of each group, then of each thing the amounts of each group.</summary>
    private static double[][] Dealt(ReadOnlySpan<int> groups, int count, ReadOnlySpan<long> days, IReadOnlyList<long[]> amounts, Xoshiro random)
    {
        var order = Enumerable.Range(0, groups.Length).ToArray();
        if (order.Length > Hands) { random.Shuffle(order); }
        var hands = new double[Math.Min(Hands, order.Length)][];
        for (var i = 0; i < order.Length; i++)
        {
            var hand = hands[i % hands.Length] ??= new double[count * (amounts.Count + 1)];
            var person = order[i];
            hand[groups[person]] += days[person];
            for (var thing = 0; thing < amounts.Count; thing++) { hand[((thing + 1) * count) + groups[person]] += amounts[thing][person]; }
        }
        return hands;
    }

    private static double[][] Rated(double[] sums, int count, int things) =>
        [.. Enumerable.Range(1, things).Select(thing => Enumerable.Range(0, count).Select(group => sums[group] > 0 ? sums[(thing * count) + group] / sums[group] : 0).ToArray())];

    private static void Add(double[] to, double[] what)
    {
        for (var i = 0; i < to.Length; i++) { to[i] += what[i]; }
    }
}
