using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>What groups had, and what they would have had at the rates of everybody of the same age and sex (indirect standardisation).</summary>
public static class GroupRates
{
    private static readonly (string Name, string Type)[] _columns = [("measure", "varchar"), ("position", "bigint"), .. StratumMeasure.Columns, ("all_having", "bigint"), ("lot", "double")];

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
        var everyone = warehouse.Query($"select * from equity_stratum where kind = '{GroupStrata.Deprivation}' order by year, place, age_from, of_sex");
        var groups = warehouse.Query($"select stratum.*, cast(date_to - date_from + 1 as bigint) as of_days from {table} as stratum join period using (year) order by year, kind, place, age_from, of_sex");
        foreach (var year in Rows(groups).GroupBy(row => groups.Get<string>(row, "year")!))
        {
            List<int> all = [.. Rows(everyone).Where(row => everyone.Get<string>(row, "year") == year.Key)];
            foreach (var (measure, position) in Measures.Select((measure, position) => (measure, position)))
            {
                var (ofAll, column) = (new StratumMeasure(everyone, measure), new StratumMeasure(groups, measure));
                if (all.Sum(ofAll.Had) <= 0) { continue; }
                var (rates, lot, having) = (ofAll.RatesOf(all), ofAll.Lot(all), all.Sum(ofAll.Having));
                foreach (var group in year.GroupBy(row => (Kind: groups.Get<string>(row, "kind")!, Place: column.Place(row))))
                {
                    yield return [year.Key, group.Key.Kind, group.Key.Place, measure.Name, (long)position, .. column.Cells([.. group], column.Expected(group, rates)), having, lot];
                }
            }
        }
    }

    private static IEnumerable<int> Rows(Grid grid) => Enumerable.Range(0, grid.Count);
}
