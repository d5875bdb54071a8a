using Stratify.Statistics;

namespace Stratify.Planning.Budgets;

/// <summary>
/// How sure a budget is that is set at what its people are expected to cost: years like this one are drawn from them with replacement (methods: capitated budget
/// risk), with and without a cap on one person, and with a corridor beyond which over- and underspending are shared.
/// </summary>
internal static class BudgetRisk
{
    private const double Little = 0.05, Much = 0.1;

    internal static IReadOnlyList<(string Name, string Type)> Columns { get; } =
    [
        ("position", "bigint"), ("cohort", "varchar"), ("cost_lower", "bigint"), ("cost_upper", "bigint"), ("expected_lower", "bigint"), ("expected_upper", "bigint"),
        ("over_5", "double"), ("over_10", "double"), ("capped_over_5", "double"), ("capped_over_10", "double"), ("beyond", "double"), ("shared_over", "bigint"), ("shared_under", "bigint"),
    ];

    /// <param name="costs">Pence, one a person.</param>
    /// <param name="expected">Pence that are expected of each; 0 throughout where no model could be made.</param>
    internal static object?[] Of(long[] costs, long[] expected, (long? Cap, double Corridor) terms, int draws, Xoshiro random)
    {
        var (all, foreseen) = (costs.Sum(), expected.Sum());
        if (costs.Length == 0 || all <= 0) { return [0L, 0L, null, null, null, null, null, null, null, 0L, 0L]; }
        var totals = Totals(costs, draws, random);
        var capped = terms.Cap is { } cap ? costs.Select(cost => Math.Min(cost, cap)).ToArray() : null;
        var (held, whole) = capped is null ? (null, 0L) : (Totals(capped, draws, random), capped.Sum());
        var (lower, upper) = Bootstrap.Interval(totals);
        var (from, to) = foreseen > 0 ? Foreseen(costs, expected) : (0, 0);
        return
        [
            (long)Math.Round(lower), (long)Math.Round(upper), foreseen > 0 ? (long)Math.Round(from) : null, foreseen > 0 ? (long)Math.Round(to) : null,
            Over(totals, all, Little), Over(totals, all, Much), held is null ? null : Over(held, whole, Little), held is null ? null : Over(held, whole, Much),
            totals.Count(total => Math.Abs(total - all) > terms.Corridor * all) / (double)totals.Length,
            (long)Math.Round(totals.Average(total => Math.Max(0, total - ((1 + terms.Corridor) * all)))), (long)Math.Round(totals.Average(total => Math.Max(0, ((1 - terms.Corridor) * all) - total))),
        ];
    }

    private static double[] Totals(long[] costs, int draws, Xoshiro random) => [.. Bootstrap.Means(costs, draws, random).Select(mean => mean * costs.Length)];

    private static double Over(double[] totals, long budget, double part) => totals.Count(total => total > (1 + part) * budget) / (double)totals.Length;

    /// <summary>Where the cost of as many people falls 19 times in 20 if each costs what is expected, give or take what the expectation leaves open.</summary>
    private static (double Lower, double Upper) Foreseen(long[] costs, long[] expected)
    {
        // What is left open is the spread about the expectation, with the error of its level taken out: that is a matter of the cohort, not of chance.
        var open = costs.Zip(expected, (cost, foreseen) => (double)cost - foreseen).ToList();
        var mean = open.Average();
        var error = 1.96 * Math.Sqrt(open.Sum(left => (left - mean) * (left - mean)));
        return (Math.Max(0, expected.Sum() - error), expected.Sum() + error);
    }
}
