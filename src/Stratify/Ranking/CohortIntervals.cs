using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>Bootstrap intervals of each cohort's mean cost and rank, within its scheme and year.</summary>
public static class CohortIntervals
{
    /// <summary>Enough for the ends of a 95% interval to be steady to about 3% of its width.</summary>
    public const int Resamples = 1000;

    /// <summary>Cohorts below this get intervals that are corrected for bias and skew.</summary>
    private const int Few = 500;

    /// <summary>Makes <c>cohort_interval</c>: scheme, cohort, year, mean and rank with their intervals, and how often the cohort is in the top ten.</summary>
    public static CodeStep Step(long seed) => new("cohort_interval", ["scheme", "cohort", "year"], warehouse => MemoryTable.Create(
        warehouse,
        "cohort_interval",
        [
            ("scheme", "varchar"), ("cohort", "varchar"), ("year", "varchar"), ("mean_pounds", "double"), ("mean_lower", "double"), ("mean_upper", "double"),
            ("rank", "bigint"), ("rank_lower", "bigint"), ("rank_upper", "bigint"), ("probability_top", "double"), ("probability_top_10", "double"),
            ("expected_pence", "bigint"), ("excess_pence", "bigint"), ("excess_lower", "double"), ("excess_upper", "double"),
            ("gini", "double"), ("costliest", "bigint"), ("costliest_pence", "bigint"), ("costliest_pence_largest", "bigint"), ("costliest_pence_second", "bigint"), ("rest_pence", "bigint"), ("rest_pence_largest", "bigint"), ("rest_pence_second", "bigint"),
        ],
        Rows(warehouse, seed)));

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, long seed)
    {
        var totals = warehouse.Query("select scheme, cohort, year from cohort_total order by scheme, year, position");
        var groups = totals.Rows.Select(row => (Scheme: (string)row[0]!, Cohort: (string)row[1]!, Year: (string)row[2]!)).ToList();
        return [.. groups.GroupBy(group => (group.Scheme, group.Year)).SelectMany(scheme => OfScheme(warehouse, [.. scheme], seed))];
    }

    private static IEnumerable<object?[]> OfScheme(Warehouse warehouse, IReadOnlyList<(string Scheme, string Cohort, string Year)> cohorts, long seed)
    {
        var (costs, expected) = Costs(warehouse, cohorts[0].Scheme, cohorts[0].Year);
        var replicates = new double[cohorts.Count][];
        // Each cohort draws from a stream of its own, so that it does not matter which is done first, or where.
        Parallel.For(0, cohorts.Count, new ParallelOptions { MaxDegreeOfParallelism = warehouse.Threads }, i =>
            replicates[i] = Bootstrap.Means(costs[i], Resamples, Xoshiro.For(seed, $"{cohorts[i].Scheme}/{cohorts[i].Cohort}/{cohorts[i].Year}")));
        var ranks = Ranks.Descending(costs.Select(Mean).ToArray());
        var ranked = Ranks.OfReplicates(replicates);
        for (var i = 0; i < cohorts.Count; i++)
        {
            var (lower, upper) = costs[i].Length < Few ? Bootstrap.CorrectedInterval(replicates[i], costs[i]) : Bootstrap.Interval(replicates[i]);
            var (rankLower, rankUpper) = Bootstrap.Interval(ranked[i], level: 0.90);
            yield return
            [
                cohorts[i].Scheme, cohorts[i].Cohort, cohorts[i].Year, Mean(costs[i]) / 100, lower / 100, upper / 100,
                (long)ranks[i], (long)Math.Floor(rankLower), (long)Math.Ceiling(rankUpper),
                ranked[i].Count(rank => rank == 1) / (double)Resamples, ranked[i].Count(rank => rank <= 10) / (double)Resamples,
                .. expected[i].Length == 0 ? new object?[4] : Excess(costs[i], expected[i], Xoshiro.For(seed, $"{cohorts[i].Scheme}/{cohorts[i].Cohort}/{cohorts[i].Year}/excess cost")),
                .. Unequal(costs[i]),
            ];
        }
    }

    /// <summary>By cohort in the order of their scheme; within it in the order in which the run numbers people, so that the same people give the same draws under any key.</summary>
    /// <returns>What they cost, and what was expected of them; nothing expected where no model could be made.</returns>
    private static (List<long[]> Costs, List<long[]> Expected) Costs(Warehouse warehouse, string scheme, string year)
    {
        var columns = warehouse.Longs("""
            select cohort.position::bigint as position, person.cost, coalesce(person.expected, -1) as expected
            from cohort_person as person
            join cohort_key as known using (number)
            join cohort using (scheme, cohort)
            where known.scheme = $1 and known.year = $2
            order by cohort.position, person.person_key
            """, scheme, year);
        var (costs, expected) = (new List<long[]>(), new List<long[]>());
        for (int from = 0, to; from < columns[0].Length; from = to)
        {
            to = from;
            while (to < columns[0].Length && columns[0][to] == columns[0][from]) { to++; }
            costs.Add(columns[1][from..to]);
            expected.Add(columns[2][from] < 0 ? [] : columns[2][from..to]);
        }
        return (costs, expected);
    }

    /// <summary>What was expected, what they cost beyond it, and the 95% interval of that a person, by chance between people. What is expected is learnt from everybody, the cohort among them: of one that is most of its age and sex the interval is wider than it need be.</summary>
    private static object?[] Excess(long[] costs, long[] expected, Xoshiro random)
    {
        var beyond = costs.Zip(expected, (cost, of) => cost - of).ToArray();
        var mean = Mean(beyond);
        var error = Math.Sqrt(beyond.Sum(one => (one - mean) * (one - mean)) / (beyond.Length - 1.0) / beyond.Length);
        var (lower, upper) = beyond.Length < Few ? Bootstrap.CorrectedInterval(Bootstrap.Means(beyond, Resamples, random), beyond) : new Effect(mean, error).Interval;
        return [expected.Sum(), beyond.Sum(), lower / 100, upper / 100];
    }

    /// <summary>Gini's coefficient, how many the costliest twentieth are, and what they and the others cost, each with the two who cost most.</summary>
    private static object?[] Unequal(long[] costs)
    {
        var sorted = costs.Select(cost => Math.Max(0, cost)).ToArray();
        var gini = Concentration.Gini(sorted);
        var costliest = (int)Math.Ceiling((0.05 * sorted.Length) - 1e-9);
        return [double.IsNaN(gini) ? null : gini, (long)costliest, .. WithLargest(sorted[^costliest..]), .. WithLargest(sorted[..^costliest])];

        static IEnumerable<object?> WithLargest(long[] some) => [some.Sum(), some.LastOrDefault(), some.Length > 1 ? some[^2] : 0];
    }

    private static double Mean(long[] costs) => costs.Length == 0 ? double.NaN : (double)costs.Sum() / costs.Length;
}
