using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// How sure a budget is of a group: the chance that its people cost more than is expected by a twentieth or a tenth, by chance alone, and how many
/// people it takes for that to be rare. Normal, which is too kind below about 5,000 people; nothing is taken off for what a model explains.
/// </summary>
internal static class RiskPools
{
    private const double Little = 0.05, Much = 0.1;

    /// <summary>Groups of people drawn from everybody: from a large practice to an integrated care board.</summary>
    private static readonly long[] _sizes = [1_000, 5_000, 10_000, 30_000, 100_000, 500_000];

    private static readonly (string Name, string Type)[] _chances =
    [
        ("over_5", "double"), ("over_10", "double"), ("capped_over_5", "double"), ("capped_over_10", "double"), ("needed_5", "bigint"), ("needed_10", "bigint"), ("capped_needed_5", "bigint"), ("capped_needed_10", "bigint"),
    ];

    /// <summary>What everybody costs, and what of it is above the cap.</summary>
    private static readonly (string Name, string Type)[] _pence = [("pence", "bigint"), ("pence_largest", "bigint"), ("pence_second", "bigint"), ("above_pence", "bigint"), ("above_pence_largest", "bigint"), ("above_pence_second", "bigint")];

    /// <summary>Makes <c>cohort_risk</c>: of each cohort as it is.</summary>
    internal static CodeStep OfCohorts { get; } = new("cohort_risk", ["scheme", "cohort", "year"], warehouse => MemoryTable.Create(
        warehouse, "cohort_risk", [("scheme", "varchar"), ("cohort", "varchar"), ("year", "varchar"), ("stability", "double"), .. _chances],
        [.. warehouse.Query("""
            select spread.scheme, spread.cohort, spread.year, total.people, spread.variation, spread.capped_variation
            from cohort_spread as spread join cohort_total as total using (scheme, cohort, year) order by spread.scheme, spread.year, total.position
            """).Rows.Select(row => (object?[])
            [
                row[0], row[1], row[2], row[4] is double variation ? new RiskPool(variation).Spread((long)row[3]!) : null, .. Chances((long)row[3]!, row[4], row[5]),
            ])]));

    /// <summary>Makes <c>measure_risk_pool</c>: of groups of so many people drawn from everybody.</summary>
    internal static CodeStep OfSizes { get; } = new("measure_risk_pool", ["year", "group_size"], warehouse => MemoryTable.Create(
        warehouse, "measure_risk_pool", [("year", "varchar"), ("group_size", "bigint"), ("people", "bigint"), .. _chances, .. _pence],
        [.. warehouse.Query($"""
            select year, count(*) as people, {Variation("cost")} as variation, {Variation("least(cost, cap)")} as capped_variation,
                {Largest.Sum("cost", "pence")}, {Largest.Sum("greatest(cost - cap, 0)", "above_pence")}
            from person_year join (select year, quantile_disc(cost, 0.99) as cap from person_year group by year) using (year)
            group by year order by year
            """).Rows.SelectMany(row => _sizes.Select(size => (object?[])[row[0], size, row[1], .. Chances(size, row[2], row[3]), .. row.Skip(4)]))]));

    /// <summary>Standard deviation over mean, of exact sums.</summary>
    private static string Variation(string cost) =>
        $"sqrt(cast(greatest(count(*) * sum({cost}::hugeint * {cost}) - sum({cost}::hugeint) * sum({cost}::hugeint), 0) as double)) / nullif(sum({cost}), 0)::double";

    private static object?[] Chances(long people, object? variation, object? capped)
    {
        RiskPool? Pool(object? of) => of is double and > 0 ? new RiskPool((double)of) : null;
        var (plain, held) = (Pool(variation), Pool(capped));
        return
        [
            plain?.Overspending(people, Little), plain?.Overspending(people, Much), held?.Overspending(people, Little), held?.Overspending(people, Much),
            Whole(plain?.PeopleFor(Little)), Whole(plain?.PeopleFor(Much)), Whole(held?.PeopleFor(Little)), Whole(held?.PeopleFor(Much)),
        ];
    }

    private static object? Whole(double? people) => people is { } number && double.IsFinite(number) ? (long)Math.Ceiling(number) : null;
}
