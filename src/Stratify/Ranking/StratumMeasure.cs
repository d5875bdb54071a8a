using Stratify.Engine;
using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>One measure of a table of strata: a row for the people of a group who are of one age band and sex, with what they had.</summary>
internal sealed class StratumMeasure(Grid strata, PlaceMeasure measure)
{
    private readonly string _name = measure.IsMoney ? PlaceMeasures.Cost : measure.Name;

    /// <summary>
    /// In SQL, over the people of a stratum: how many they are, their days, and of each measure its sum, its squares (of each person's own number,
    /// for people who come again come together) and how many had any.
    /// </summary>
    internal static string Sums { get; } = string.Join(",\n    ",
    [
        "count(*) as people", "cast(sum(days_registered) as bigint) as days", Largest.Of(PlaceMeasures.Cost, PlaceMeasures.Cost),
        .. PlaceMeasures.Events.Select(measure => measure.Name).Prepend(PlaceMeasures.Cost).Select(name => $"cast(coalesce(sum({name}), 0) as bigint) as {name}, cast(coalesce(sum({name}::hugeint * {name}), 0) as double) as {name}_squares, count(*) filter ({name} > 0) as {name}_having"),
    ]);

    /// <summary>The columns of <see cref="Cells"/>.</summary>
    internal static IReadOnlyList<(string Name, string Type)> Columns { get; } =
        [("people", "bigint"), ("person_years", "double"), ("having", "bigint"), ("events", "bigint"), ("expected_events", "double"), ("pence", "bigint"), ("expected_pence", "bigint"), ("pence_largest", "bigint"), ("pence_second", "bigint")];

    internal bool IsMoney => measure.IsMoney;

    internal bool IsGivenDeprivation => measure.Name == PlaceMeasures.CostGivenDeprivation;

    /// <summary>Pounds of pence, and events as they are.</summary>
    internal double Amount(double number) => IsMoney ? number / 100 : number;

    internal string Place(int row) => strata.Get<string>(row, "place")!;

    internal long Age(int row) => strata.Get<long>(row, "age_from");

    internal double Years(int row) => (double)Days(row) / OfDays(row);

    internal double Weight(int row) => strata.Get<long>(row, "weight");

    internal long Had(int row) => strata.Get<long>(row, _name);

    /// <summary>People of whom the measure says something: of money, all.</summary>
    internal long Having(int row) => IsMoney ? People(row) : strata.Get<long>(row, $"{_name}_having");

    internal double Squares(int row) => strata.Get<double>(row, $"{_name}_squares");

    internal long ExpectedOfPeople(int row) => strata.Get<long?>(row, "expected_pence") ?? 0;

    /// <summary>Σx²/Σx of each person's own number, in pounds or events: what chance deals out.</summary>
    internal double Lot(IReadOnlyList<int> everyone) => Amount(everyone.Sum(Squares) / everyone.Sum(Had));

    /// <summary>What people of each age band and sex had, and in how many days.</summary>
    internal IReadOnlyDictionary<(long Age, string Sex), (double Had, double Days)> RatesOf(IEnumerable<int> everyone) =>
        everyone.GroupBy(Alike).ToDictionary(alike => alike.Key, alike => ((double)alike.Sum(Had), (double)alike.Sum(Days)));

    /// <summary>What these would have had at such rates.</summary>
    internal double Expected(IEnumerable<int> rows, IReadOnlyDictionary<(long Age, string Sex), (double Had, double Days)> rates) =>
        Rates.Expected([.. rows.Select(row => new Exposure(Days(row), rates[Alike(row)].Had, rates[Alike(row)].Days))]);

    /// <summary>A group's row of figures: events or pence, never both.</summary>
    internal object?[] Cells(IReadOnlyList<int> rows, double expected) =>
    [
        rows.Sum(People), rows.Sum(Days) / (double)OfDays(rows[0]), rows.Sum(Having),
        .. IsMoney ? (object?[])[null, null, rows.Sum(Had), (long)Math.Round(expected), .. TwoLargest(rows)] : [rows.Sum(Had), expected, null, null, null, null],
    ];

    /// <summary>Pence of the two people who cost most.</summary>
    private IEnumerable<object?> TwoLargest(IReadOnlyList<int> rows) =>
        rows.SelectMany(row => new[] { strata.Get<long>(row, $"{_name}_largest"), strata.Get<long>(row, $"{_name}_second") }).OrderDescending().Take(2).Cast<object?>();

    private (long, string) Alike(int row) => (Age(row), strata.Get<string>(row, "of_sex")!);

    private long People(int row) => strata.Get<long>(row, "people");

    private long Days(int row) => strata.Get<long>(row, "days");

    private long OfDays(int row) => strata.Get<long>(row, "of_days");
}
