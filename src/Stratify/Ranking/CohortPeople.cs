using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>The people of a cohort, by what its priority is made of; pounds, from here on as doubles.</summary>
/// <param name="Measures">By measure, then by person: cost, cost beyond what is expected, cost squared, settings used, cost in scope, whether the tenth is that of the year before, whether one is known.</param>
internal sealed record CohortPeople(IReadOnlyList<double[]> Measures, bool HasExpected, bool HasScope)
{
    private const int Cost = 0, Beyond = 1, Squares = 2, Settings = 3, InScope = 4, Same = 5, Before = 6;

    internal int Count => Measures[0].Length;

    /// <summary>By cohort in the order of their scheme; people as the run numbers them, so that the same people give the same draws under any key.</summary>
    internal static IReadOnlyList<CohortPeople> Read(Warehouse warehouse, string scheme, string year)
    {
        var columns = warehouse.Longs("""
            select
                cohort.position::bigint as position,
                person.cost,
                coalesce(person.expected, -1)::bigint as expected,
                person.settings_used::bigint as settings_used,
                coalesce(person.in_scope_cost, -1)::bigint as in_scope,
                coalesce((person.tenth_before = person.tenth)::bigint, -1) as same_tenth
            from cohort_person as person
            join cohort_key as known using (number)
            join cohort using (scheme, cohort)
            where known.scheme = $1 and known.year = $2
            order by cohort.position, person.person_key
            """, scheme, year);
        var cohorts = new List<CohortPeople>();
        for (int from = 0, to; from < columns[0].Length; from = to)
        {
            to = from;
            while (to < columns[0].Length && columns[0][to] == columns[0][from]) { to++; }
            cohorts.Add(Of(columns, from..to));
        }
        return cohorts;
    }

    internal double[] Means() => [.. Measures.Select(measure => measure.Average())];

    /// <summary>In the order of <see cref="RankComponents.All"/>; not a number where there is none.</summary>
    /// <param name="means">Of the measures.</param>
    internal double[] Components(double[] means) =>
    [
        HasExpected ? means[Beyond] * Count : double.NaN,
        means[Settings],
        HasScope ? means[InScope] * Count : double.NaN,
        means[Cost] > 0 ? Math.Sqrt(Math.Max(0, means[Squares] - (means[Cost] * means[Cost])) / Count) / means[Cost] : double.NaN,
        means[Before] > 0 ? means[Same] / means[Before] : double.NaN,
    ];

    private static CohortPeople Of(long[][] columns, Range range)
    {
        var (costs, expected, scope, same) = (columns[1][range], columns[2][range], columns[4][range], columns[5][range]);
        return new CohortPeople(
            [
                [.. costs.Select(cost => cost / 100.0)], [.. costs.Zip(expected, (cost, of) => (cost - of) / 100.0)], [.. costs.Select(cost => cost / 100.0 * (cost / 100.0))],
                [.. columns[3][range].Select(used => (double)used)], [.. scope.Select(pence => pence / 100.0)],
                [.. same.Select(one => Math.Max(0.0, one))], [.. same.Select(one => one >= 0 ? 1.0 : 0)],
            ],
            expected[0] >= 0, scope[0] >= 0);
    }
}
