using Stratify.Engine;

namespace Stratify.Results;

/// <summary>The published tables of measures of joined-up care: of everybody, of each neighbourhood, by the month, and what each is.</summary>
internal static class MetricResults
{
    internal const string Everybody = "metrics", Neighbourhoods = "metrics_by_neighbourhood", Months = "metrics_by_month", Definitions = "metric_definitions", Measured = "measured", Missing = "missing";

    /// <summary>What is not told is of nobody, so that it hides nothing and is hidden by nothing; people of those ages are asked of where the rate is over their years.</summary>
    private static string Of(string kind) => $"""
        select
            measure.* exclude (registered, rest, rest_of_all, place),
            metric.* exclude (metric, age_from),
            case when missing = '' then '{Measured}' else '{Missing}' end as status,
            case when measure.place = '' then '{PlaceResults.NotStated}' else measure.place end as place,
            case when missing = '' and over_fact = '' then registered else 0 end as registered,
            case when within_fact in ('emergency_admissions', 'ae_attendances') then within_fact when counts = 'delayed_days_adult' then 'delayed_days' else 'cost' end as measure,
            days / of_days::double as person_years,
            case when within_fact <> '' and missing = '' then rest else 0 end as rest,
            case when within_fact <> '' and missing = '' then rest_of_all else 0 end as rest_of_all
        from measure_metric as measure
        join metric using (metric)
        where kind = '{kind}'
        order by position, year, measure.place = '', measure.place
        """;

    /// <summary>A row with few people is hidden whole, and so is one beside which few have the rest of what it lies within, which others publish.</summary>
    private static IReadOnlyList<RowGuard> Alone { get; } =
        [new NestedGuard("people", "people"), new NestedGuard("people", "registered"), new NestedGuard("people", "over_people"), new NestedGuard("people", "rest"), new NestedGuard("people", "rest_of_all")];

    private static IReadOnlyList<ColumnRule> Names { get; } =
    [
        ColumnRule.Label("panel", "The set to which the measure belongs."), ColumnRule.Label("metric", "Its name; 'metric_definitions' says what it is."), ColumnRule.Label("title", "What it is called."), ResultCatalogue.Year,
    ];

    /// <param name="years">Person-years that a rate is over.</param>
    /// <param name="people">The column with the people of whom something is counted; they are a column themselves where it is the usual one.</param>
    internal static IReadOnlyList<ColumnRule> Figures(ColumnRule years, string people = "people") =>
    [
        .. people == "people" ? [IfTold(ColumnRule.Count("people", "People of whom something is counted; where they are few, nothing is shown."))] : Array.Empty<ColumnRule>(),
        IfTold(ColumnRule.CountOf("numerator", people, "What is counted: admissions, nights, attendances, contacts or people, as the definition says.")),
        Over("", years),
        Over("over", ColumnRule.CountOf("over_amount", "over_people", "")).Called("denominator", "What else it is held against, such as discharges; not applicable to rates over person-years."),
        ColumnRule.Label("unit", "What the rate is."), ColumnRule.Rows("per", "The rate is for so many."),
        IfTold(new(new ResultColumn("lot", "Σx²/Σx of each person's own number x (of a share, of what it is held against): the same people come again, and chance deals out lots. 1 where nobody has two.", Unit.Number), (door, grid, row) => Lot(door, grid, row, people))),
    ];

    private static ColumnRule YearsOfYear => ColumnRule.Years("person_years", "registered", "Days registered of people of those ages over days of the year, to the nearest whole; not applicable to what is held against something else.");

    /// <summary>Of the year's published ones, as many of them as the month has of the year's days.</summary>
    private static ColumnRule YearsOfMonth => new(new ResultColumn("person_years", "The year's person-years, times the month's part of the year's days; not applicable to what is held against something else.", Unit.Number), (door, grid, row) =>
        YearsOfYear.Make(door, grid, row) is ValueCell years ? new ValueCell(decimal.Round(years.Value * grid.Get<long>(row, "days") / grid.Get<long>(row, "of_days"), 0, MidpointRounding.AwayFromZero)) : YearsOfYear.Make(door, grid, row));

    internal static ResultDefinition OfEverybody { get; } = new(Everybody, "Measures of joined-up care", Of("everybody"), [.. Names, Status, Lacking, .. Figures(YearsOfYear)])
    {
        Guards = [.. Alone, new StepsGuard("people", "year", "counts", "over_fact"), new StepsGuard("registered", "year")],
        Then = MetricRates.Of,
    };

    internal static ResultDefinition OfNeighbourhoods { get; } = new(Neighbourhoods, "Measures of joined-up care by neighbourhood", Of("neighbourhood"),
        [.. Names, ColumnRule.Label("place", $"The neighbourhood, as the register or the look-up of practices names it; '{PlaceResults.NotStated}' holds the people of none."), Status, Lacking, .. Figures(YearsOfYear)])
    {
        Guards =
        [
            .. Alone, new StepsGuard("people", "year", "place", "counts", "over_fact"), new StepsGuard("registered", "year", "place"),
            new PartsGuard("people", "year", "metric"), new PartsGuard("registered", "year", "metric"), new PartsGuard("over_people", "year", "metric"),
        ],
        // What is hidden there of a place by the measure that these are parts of could be had from several of them together; a place that is hidden by every measure is hidden here.
        Under = ("neighbourhoods", "people", ["year", "place", "measure"]),
        Then = MetricRates.Of,
    };

    /// <summary>A person may be counted in several months. What a month lies within is told by the month elsewhere.</summary>
    internal static ResultDefinition OfMonths { get; } = new(Months, "Measures of joined-up care month by month", """
        select
            measure.* exclude (month, rest, rest_of_all),
            metric.* exclude (metric, age_from),
            strftime(month, '%Y-%m') as month,
            '' as missing,
            within_fact as measure,
            case when over_fact = '' then whole.registered else 0 end as registered,
            whole.of_days,
            whole.days / whole.of_days::double as person_years,
            case when within_fact <> '' then measure.rest else 0 end as rest,
            case when within_fact <> '' then measure.rest_of_all else 0 end as rest_of_all
        from measure_metric_month as measure
        join metric using (metric)
        join (select year, metric, registered, days, of_days from measure_metric where kind = 'everybody') as whole using (year, metric)
        order by position, measure.month
        """,
        [
            .. Names, ColumnRule.Label("month", "The month in which it counts: a stay, and what followed it, in that of its discharge."),
            ColumnRule.Label("state", "whole; not over: nothing of the dataset is told of the month's last days, so what there is of it is not shown; part of the period."), ColumnRule.Rows("days", "Days of the month."), .. Figures(YearsOfMonth),
        ])
    {
        Guards = [.. Alone, new StepsGuard("people", "year", "month", "counts", "over_fact"), new PartsGuard("people", "year", "metric") { Overlap = true }, new PartsGuard("over_people", "year", "metric") { Overlap = true }],
        Under = ("activity_by_month", "people", ["year", "month", "measure"]),
        Then = MetricRates.OfMonths,
    };

    internal static ResultDefinition OfDefinitions { get; } = new(Definitions, "What each measure of joined-up care is", "select * from metric order by position",
        [
            ColumnRule.Label("panel", "The set to which the measure belongs."), ColumnRule.Label("metric", "Its name."), ColumnRule.Label("title", "What it is called."), ColumnRule.Label("definition", "What is counted, over what."),
            ColumnRule.Label("differs", "Where it differs from what the source counts."), ColumnRule.Label("unit", "What the rate is."),
            ColumnRule.Label("needs", "Datasets, and columns of them after a point, without which it is missing."), ColumnRule.Label("source", "Who publishes or asks for it."),
        ]);

    internal static ColumnRule Status => ColumnRule.Label("status", $"{Measured}, or {Missing} where an extract that would tell was not sent or does not tell.");

    internal static ColumnRule Lacking => ColumnRule.Label("missing", "What is missing: a dataset, or a column of one after a point.");

    internal static ColumnRule IfTold(ColumnRule rule) => rule with { Make = (door, grid, row) => grid.Get<string>(row, "missing")!.Length > 0 ? NotApplicableCell.Instance : rule.Make(door, grid, row) };

    /// <summary>Of rates over one kind of thing alone.</summary>
    private static ColumnRule Over(string of, ColumnRule rule) => IfTold(rule with { Make = (door, grid, row) => (grid.Get<string>(row, "over_fact")!.Length > 0) == (of.Length > 0) ? rule.Make(door, grid, row) : NotApplicableCell.Instance });

    private static Cell Lot(Disclosure door, Grid grid, int row, string counted)
    {
        var (amount, squares, people) = grid.Get<long>(row, "per") == MetricRates.Share
            ? (grid.Get<long>(row, "over_amount"), grid.Get<long>(row, "over_squares"), grid.Get<long>(row, "over_people"))
            : (grid.Get<long>(row, "numerator"), grid.Get<long>(row, "squares"), grid.Get<long>(row, counted));
        return door.Derived(people, amount == 0 ? null : PlaceResults.ThreeFigures((double)squares / amount), 2);
    }
}
