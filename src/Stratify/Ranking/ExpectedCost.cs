using Stratify.Engine;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// What each person would be expected to cost from age, sex and deprivation alone, for the days that they were registered: what others of
/// their kind cost. A log-linear model of cost a year, fitted to four fifths of people and asked of the other fifth, five times, so
/// that nobody's own cost is part of what is expected of them.
/// </summary>
public static class ExpectedCost
{
    private const int Folds = 5;

    /// <summary>Makes <c>person_expected</c>: a row for each person and year of which a model could be made, in whole pence.</summary>
    public static CodeStep Step(long seed) => new("person_expected", ["person_key", "year"], warehouse => MemoryTable.Create(
        warehouse, "person_expected", [("person_key", "bigint"), ("year", "varchar"), ("expected", "bigint")],
        // Before the table is made: no query can be asked while it is.
        [.. warehouse.Query("select year from measure_population order by year").Rows.SelectMany(year => Rows(warehouse, (string)year[0]!, seed))]));

    private static IEnumerable<object?[]> Rows(Warehouse warehouse, string year, long seed)
    {
        var everyone = ModelledPeople.Of(warehouse, year);
        var covariates = everyone.Enough([.. Covariate.Ages, .. Covariate.Sexes, .. Covariate.Deprivation]);
        var people = everyone.By(covariates);
        if (!people.IsEnough(covariates.Count)) { yield break; }
        var amounts = warehouse.Longs("""
            select cast(greatest(cost, 0) as bigint) as cost, cast(days_registered as bigint) as days, cast(date_to - date_from + 1 as bigint) as of_days
            from person_year
            join period using (year)
            where year = $1
            order by person_key
            """, year);
        var expected = Expected(people, people.Design(covariates), amounts, Xoshiro.For(seed, $"expected/{year}"), warehouse.Threads);
        for (var person = 0; person < expected.Length; person++) { yield return [people.Persons[person], year, expected[person]]; }
    }

    private static long[] Expected(ModelledPeople people, DesignMatrix design, long[][] amounts, Xoshiro random, int threads)
    {
        var (costs, days, all) = (amounts[0], amounts[1], amounts[2]);
        var (patterns, folds) = (people.Patterns, ModelledPeople.Folds(people.Everyone, Folds, random));
        var expected = new long[costs.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (years, sums) = (new double[design.Rows], new double[design.Rows]);
            for (var person = 0; person < costs.Length; person++)
            {
                if (folds[person] == fold) { continue; }
                years[patterns[person]] += (double)days[person] / all[person];
                sums[patterns[person]] += costs[person];
            }
            // Weighted by years, the sums of what is expected and of what was spent are the same for every age, sex and decile.
            var fit = Glm.Fit(design, new Outcome(years, sums, sums), Family.Poisson, threads);
            var means = Enumerable.Range(0, design.Rows).Select(row => fit.IsEmpty ? 0 : fit.Mean(design, row)).ToArray();
            for (var person = 0; person < costs.Length; person++)
            {
                if (folds[person] == fold) { expected[person] = (long)Math.Round(means[patterns[person]] * days[person] / all[person]); }
            }
        }
        return expected;
    }
}
