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
            ("year", "varchar"), ("kind", "varchar"), ("place", "varchar"), ("measure", "varchar"), ("position", "bigint"), ("component", "bigint"), ("people", "bigint"), ("person_years", "double"), ("having", "bigint"),
            ("events", "bigint"), ("expected_events", "double"), ("pence", "bigint"), ("expected_pence", "bigint"), ("lot", "double"), ("rate", "double"), ("rate_lower", "double"), ("rate_upper", "double"),
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
                    foreach (var row in Rows(new Column(strata, measure), [.. group])) { yield return [year.Key, group.Key.Kind, row.Place, measure.Name, (long)position, components[(group.Key.Kind, row.Place)], .. row.Cells]; }
                }
            }
        }
    }

    /// <summary>The places of one kind and year by one measure; none where the population has nothing of it.</summary>
    private static IEnumerable<(string Place, object?[] Cells)> Rows(Column column, int[] rows)
    {
        var (all, squares) = (rows.Sum(column.Had), rows.Sum(column.Squares));
        if (all <= 0 || (column.IsGivenDeprivation && rows.Sum(column.ExpectedOfPeople) == 0)) { yield break; }
        var alike = rows.GroupBy(column.Alike).ToDictionary(group => group.Key, group => ((double)group.Sum(column.Had), (double)group.Sum(column.Days)));
        foreach (var place in rows.GroupBy(column.Place))
        {
            var expected = column.IsGivenDeprivation ? place.Sum(column.ExpectedOfPeople) : Rates.Expected([.. place.Select(row => new Exposure(column.Days(row), alike[column.Alike(row)].Item1, alike[column.Alike(row)].Item2))]);
            var rate = Rates.Standardised([.. place.GroupBy(column.Age).Select(band => new Stratum(band.Sum(column.Years), column.Amount(band.Sum(column.Had)), column.Amount(column.Amount(band.Sum(column.Squares))), column.Weight(band.First())))], column.IsMoney ? 1 : Per);
            yield return (place.Key,
            [
                place.Sum(column.People), place.Sum(column.Days) / (double)column.OfDays(rows[0]), place.Sum(column.Having),
                column.IsMoney ? null : place.Sum(column.Had), column.IsMoney ? null : expected, column.IsMoney ? place.Sum(column.Had) : null, column.IsMoney ? (long)Math.Round(expected) : null,
                column.Amount(squares / all), rate.Value, rate.Lower, rate.Upper,
            ]);
        }
    }

    /// <summary>One measure of the strata.</summary>
    private sealed class Column(Grid strata, PlaceMeasure measure)
    {
        private readonly string _name = measure.IsMoney ? PlaceMeasures.Cost : measure.Name;

        internal bool IsMoney => measure.IsMoney;

        internal bool IsGivenDeprivation => measure.Name == PlaceMeasures.CostGivenDeprivation;

        /// <summary>Pounds of pence, and events as they are.</summary>
        internal double Amount(double number) => IsMoney ? number / 100 : number;

        internal string Place(int row) => strata.Get<string>(row, "place")!;

        internal long Age(int row) => strata.Get<long>(row, "age_from");

        internal (long, string) Alike(int row) => (Age(row), strata.Get<string>(row, "of_sex")!);

        internal long People(int row) => strata.Get<long>(row, "people");

        internal long Days(int row) => strata.Get<long>(row, "days");

        internal long OfDays(int row) => strata.Get<long>(row, "of_days");

        internal double Years(int row) => (double)Days(row) / OfDays(row);

        internal double Weight(int row) => strata.Get<long>(row, "weight");

        internal long Had(int row) => strata.Get<long>(row, _name);

        /// <summary>People of whom the measure says something: of money, all.</summary>
        internal long Having(int row) => IsMoney ? People(row) : strata.Get<long>(row, $"{_name}_having");

        internal double Squares(int row) => strata.Get<double>(row, $"{_name}_squares");

        internal long ExpectedOfPeople(int row) => strata.Get<long?>(row, "expected_pence") ?? 0;
    }
}
