using System.Globalization;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// Which cohorts to look at first: their places by each of <see cref="RankComponents"/>, weighed together. Beside the place stands what it rests
/// on: chance between people, the weights, and cohorts that are too small.
/// </summary>
internal static class CohortPriorities
{
    /// <summary>Sets of weights that are tried.</summary>
    private const int Weighings = 1000;

    /// <summary>A smaller cohort is no risk pool, and left out where it is asked what the order is without such.</summary>
    internal const int LeastOfALargeOne = 100;

    private static readonly (string Name, string Type)[] _columns =
    [
        ("scheme", "varchar"), ("cohort", "varchar"), ("year", "varchar"), ("weights", "varchar"), ("priority", "bigint"), ("score", "double"), ("priority_lower", "bigint"), ("priority_upper", "bigint"), ("priority_top_10", "double"),
        ("weights_lower", "bigint"), ("weights_upper", "bigint"), ("weights_top_10", "double"), ("priority_of_large", "bigint"), ("front", "bigint"),
        .. RankComponents.All.Select(component => ($"place_{component.Name}", "bigint")),
    ];

    /// <summary>Makes <c>cohort_priority</c>: a row for each cohort and year.</summary>
    internal static CodeStep Step(long seed, IReadOnlyDictionary<string, decimal> weights) => new("cohort_priority", ["scheme", "cohort", "year"], warehouse => MemoryTable.Create(
        warehouse, "cohort_priority", _columns, [.. Rows(warehouse, seed, weights)]));

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, long seed, IReadOnlyDictionary<string, decimal> weights)
    {
        var totals = warehouse.Query("select scheme, cohort, year from cohort_total order by scheme, year, position");
        return totals.Rows.Select(row => (Scheme: (string)row[0]!, Cohort: (string)row[1]!, Year: (string)row[2]!))
            .GroupBy(group => (group.Scheme, group.Year))
            .SelectMany(scheme => OfScheme(warehouse, [.. scheme.Select(one => one.Cohort)], (scheme.Key.Scheme, scheme.Key.Year, seed), weights));
    }

    private static IEnumerable<object?[]> OfScheme(Warehouse warehouse, IReadOnlyList<string> cohorts, (string Scheme, string Year, long Seed) of, IReadOnlyDictionary<string, decimal> weights)
    {
        var people = CohortPeople.Read(warehouse, of.Scheme, of.Year);
        var values = people.Select(cohort => cohort.Components(cohort.Means())).ToList();
        var drawn = new double[people.Count][][];
        Parallel.For(0, people.Count, new ParallelOptions { MaxDegreeOfParallelism = warehouse.Threads }, i =>
            drawn[i] = [.. Bootstrap.MeansOf(people[i].Measures, CohortIntervals.Resamples, Xoshiro.For(of.Seed, $"{of.Scheme}/{cohorts[i]}/{of.Year}/priority")).Select(people[i].Components)]);
        // What nobody has a value of, for want of an extract or a year before, has no say.
        var known = Enumerable.Range(0, RankComponents.All.Count).Where(component => values.Exists(cohort => double.IsFinite(cohort[component]))).ToList();
        var weighed = known.FindAll(component => weights[RankComponents.All[component].Name] > 0);
        if (weighed.Count == 0) { weighed = known; }
        var order = new Ordering(weighed, [.. weighed.Select(component => weights[RankComponents.All[component].Name] is > 0 and var weight ? (double)weight : 1)]);
        var said = string.Join(", ", order.Components.Select((component, i) => string.Create(CultureInfo.InvariantCulture, $"{RankComponents.All[component].Title.ToLowerInvariant()} {order.Weights[i]:0.##}")));
        var (scores, places) = order.Of(values);
        var (inSamples, inWeights) = (Samples(order, drawn), order.UnderAnyWeights(values, Weighings, Xoshiro.For(of.Seed, $"{of.Scheme}/{of.Year}/weights")));
        var large = OfLarge(order, people, values);
        var fronts = weighed.Count == 0 ? new int[values.Count] : Priority.Fronts(order.Places(values));
        for (var i = 0; i < cohorts.Count; i++)
        {
            var (lower, upper) = Bootstrap.Interval(inSamples[i], level: 0.90);
            var (lightest, heaviest) = Bootstrap.Interval(inWeights[i], level: 0.90);
            yield return
            [
                of.Scheme, cohorts[i], of.Year, said, (long)places[i], scores[i], (long)Math.Floor(lower), (long)Math.Ceiling(upper), TopTen(inSamples[i]),
                (long)Math.Floor(lightest), (long)Math.Ceiling(heaviest), TopTen(inWeights[i]), large[i], (long)fronts[i],
                .. Enumerable.Range(0, RankComponents.All.Count).Select(component => known.Contains(component) ? (long)Ordering.Place(values, component)[i] : (object?)null),
            ];
        }
    }

    private static double[][] Samples(Ordering order, double[][][] drawn)
    {
        var ranks = drawn.Select(_ => new double[CohortIntervals.Resamples]).ToArray();
        for (var b = 0; b < CohortIntervals.Resamples; b++)
        {
            var places = order.Of([.. drawn.Select(cohort => cohort[b])]).Places;
            for (var i = 0; i < places.Length; i++) { ranks[i][b] = places[i]; }
        }
        return ranks;
    }

    private static object?[] OfLarge(Ordering order, IReadOnlyList<CohortPeople> people, IReadOnlyList<double[]> values)
    {
        var large = Enumerable.Range(0, people.Count).Where(i => people[i].Count >= LeastOfALargeOne).ToList();
        var places = large.Count == 0 ? [] : order.Of([.. large.Select(i => values[i])]).Places;
        var all = new object?[people.Count];
        for (var i = 0; i < large.Count; i++) { all[large[i]] = (long)places[i]; }
        return all;
    }

    private static double TopTen(double[] ranks) => ranks.Count(rank => rank <= 10) / (double)ranks.Length;
}
