using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>
/// What practices and neighbourhoods had, and what they would have had at the rates of everybody of the same age and sex in this very
/// population (or, given deprivation too, by what others of each person's kind cost), with rates as they would be in the European standard population.
/// </summary>
internal static class MeasurePlaces
{
    /// <summary>Rates of events are of so many person-years.</summary>
    private const double Per = 1000;

    /// <summary>Makes <c>measure_place</c>: a row for each year, kind of place, place and measure of which the population has any.</summary>
    internal static CodeStep Step => new("measure_place", ["year", "kind", "place", "measure"], warehouse => MemoryTable.Create(
        warehouse,
        "measure_place",
        [
            ("year", "varchar"), ("kind", "varchar"), ("place", "varchar"), ("measure", "varchar"), ("position", "bigint"), ("component", "bigint"),
            .. StratumMeasure.Columns, ("lot", "double"), ("rate", "double"), ("rate_lower", "double"), ("rate_upper", "double"),
        ],
        // Before the table is made: no query can be asked while it is.
        [.. Rows(warehouse)]));

    private static IEnumerable<object?[]> Rows(Warehouse warehouse)
    {
        var strata = warehouse.Query("select place_stratum.*, standard_population.weight, cast(date_to - date_from + 1 as bigint) as of_days from place_stratum join standard_population using (age_from) join period using (year) order by year, kind, place, age_from, of_sex");
        var groups = Enumerable.Range(0, strata.Count).GroupBy(row => (Year: strata.Get<string>(row, "year")!, Kind: strata.Get<string>(row, "kind")!)).ToList();
        foreach (var year in groups.GroupBy(group => group.Key.Year))
        {
            var components = Components.Of(warehouse, year.Key);
            foreach (var group in year)
            {
                foreach (var (measure, position) in PlaceMeasures.All.Select((measure, position) => (measure, position)))
                {
                    foreach (var row in Rows(new StratumMeasure(strata, measure), [.. group])) { yield return [year.Key, group.Key.Kind, row.Place, measure.Name, (long)position, components[(group.Key.Kind, row.Place)], .. row.Cells]; }
                }
            }
        }
    }

    /// <summary>The places of one kind and year by one measure; none where the population has nothing of it.</summary>
    private static IEnumerable<(string Place, object?[] Cells)> Rows(StratumMeasure column, int[] rows)
    {
        if (rows.Sum(column.Had) <= 0 || (column.IsGivenDeprivation && rows.Sum(column.ExpectedOfPeople) == 0)) { yield break; }
        var (rates, lot) = (column.RatesOf(rows), column.Lot(rows));
        foreach (var place in rows.GroupBy(column.Place))
        {
            var expected = column.IsGivenDeprivation ? place.Sum(column.ExpectedOfPeople) : column.Expected(place, rates);
            var rate = Rates.Standardised([.. place.GroupBy(column.Age).Select(band => new Stratum(band.Sum(column.Years), column.Amount(band.Sum(column.Had)), column.Amount(column.Amount(band.Sum(column.Squares))), column.Weight(band.First())))], column.IsMoney ? 1 : Per);
            yield return (place.Key, [.. column.Cells([.. place], expected), lot, rate.Value, rate.Lower, rate.Upper]);
        }
    }
}
