using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>What groups had, and what they would have had at the rates of everybody of the same age and sex (indirect standardisation).</summary>
public static class GroupRates
{
    private static readonly (string Name, string Type)[] _columns =
    [
        ("measure", "varchar"), ("position", "bigint"), ("people", "bigint"), ("person_years", "double"), ("having", "bigint"), ("all_having", "bigint"),
        ("events", "bigint"), ("expected_events", "double"), ("pence", "bigint"), ("expected_pence", "bigint"), ("lot", "double"),
    ];

    /// <summary>Makes <c>measure_equity</c>: a row for each year, kind of group, group and measure of which the population has any.</summary>
    public static CodeStep OfEquity => new("measure_equity", ["year", "kind", "place", "measure"], warehouse => MemoryTable.Create(
        warehouse, "measure_equity", [("year", "varchar"), ("kind", "varchar"), ("place", "varchar"), .. _columns], [.. Rows(warehouse, "equity_stratum")]));

    /// <summary>Makes <c>measure_cohort_rate</c>: a row for each scheme, cohort, year and measure.</summary>
    public static CodeStep OfCohorts => new("measure_cohort_rate", ["scheme", "cohort", "year", "measure"], warehouse => MemoryTable.Create(
        warehouse, "measure_cohort_rate", [("year", "varchar"), ("scheme", "varchar"), ("cohort", "varchar"), .. _columns], [.. Rows(warehouse, "cohort_stratum")]));

    private static IEnumerable<PlaceMeasure> Measures => PlaceMeasures.All.Where(measure => measure.Name != PlaceMeasures.CostGivenDeprivation);

    /// <summary>Everybody is in some group of deprivation, so those are what all had.</summary>
    private static IEnumerable<object?[]> Rows(Warehouse warehouse, string table)
    {
        var everyone = new Strata(warehouse.Query($"select * from equity_stratum where kind = '{GroupStrata.Deprivation}' order by year, place, age_from, of_sex"));
        var groups = new Strata(warehouse.Query($"select stratum.*, cast(date_to - date_from + 1 as bigint) as of_days from {table} as stratum join period using (year) order by year, kind, place, age_from, of_sex"));
        foreach (var year in groups.Rows.GroupBy(groups.Year))
        {
            var all = everyone.Rows.Where(row => everyone.Year(row) == year.Key).ToList();
            foreach (var (measure, position) in Measures.Select((measure, position) => (measure, position)))
            {
                var had = all.Sum(row => everyone.Had(row, measure));
                if (had <= 0) { continue; }
                var alike = all.GroupBy(everyone.Alike).ToDictionary(stratum => stratum.Key, stratum => ((double)stratum.Sum(row => everyone.Had(row, measure)), (double)stratum.Sum(everyone.Days)));
                var (lot, having) = (all.Sum(row => everyone.Squares(row, measure)) / had, all.Sum(row => everyone.Having(row, measure)));
                foreach (var group in year.GroupBy(row => (Kind: groups.Kind(row), Place: groups.Place(row))))
                {
                    yield return [year.Key, group.Key.Kind, group.Key.Place, measure.Name, (long)position, .. Cells(groups, [.. group], measure, alike), lot / (measure.IsMoney ? 100 : 1)];
                }

                object?[] Cells(Strata of, IReadOnlyList<int> rows, PlaceMeasure by, Dictionary<(long, string), (double Had, double Days)> rates)
                {
                    var (sum, expected) = (rows.Sum(row => of.Had(row, by)), Rates.Expected([.. rows.Select(row => new Exposure(of.Days(row), rates[of.Alike(row)].Had, rates[of.Alike(row)].Days))]));
                    return
                    [
                        rows.Sum(of.People), rows.Sum(of.Days) / (double)of.OfDays(rows[0]), rows.Sum(row => of.Having(row, by)), having,
                        by.IsMoney ? null : sum, by.IsMoney ? null : expected, by.IsMoney ? sum : null, by.IsMoney ? (long)Math.Round(expected) : null,
                    ];
                }
            }
        }
    }

    /// <summary>Rows of a table of strata.</summary>
    private sealed class Strata(Grid grid)
    {
        internal IEnumerable<int> Rows => Enumerable.Range(0, grid.Count);

        internal string Year(int row) => grid.Get<string>(row, "year")!;

        internal string Kind(int row) => grid.Get<string>(row, "kind")!;

        internal string Place(int row) => grid.Get<string>(row, "place")!;

        internal (long Age, string Sex) Alike(int row) => (grid.Get<long>(row, "age_from"), grid.Get<string>(row, "of_sex")!);

        internal long People(int row) => grid.Get<long>(row, "people");

        internal long Days(int row) => grid.Get<long>(row, "days");

        internal long OfDays(int row) => grid.Get<long>(row, "of_days");

        internal long Had(int row, PlaceMeasure measure) => grid.Get<long>(row, measure.Name);

        internal double Squares(int row, PlaceMeasure measure) => grid.Get<double>(row, $"{measure.Name}_squares");

        /// <summary>People of whom the measure says something: of money, all.</summary>
        internal long Having(int row, PlaceMeasure measure) => measure.IsMoney ? People(row) : grid.Get<long>(row, $"{measure.Name}_having");
    }
}
