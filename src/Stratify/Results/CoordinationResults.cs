namespace Stratify.Results;

/// <summary>The published table of co-ordination of care by cohort, of the same measures as everybody's and neighbourhoods'.</summary>
internal static class CoordinationResults
{
    internal const string Name = "cohort_coordination";

    /// <summary>Measures that ask whom something happened to at all; nearly everybody meets some provider, and how many do not is told by none of the others.</summary>
    private const string Counts = "metric.within_fact <> '' or (metric.over_fact = '' and metric.per > 1)";

    internal static ResultDefinition Cohorts { get; } = new(Name, "Co-ordination of care by cohort", $"""
        select
            measure.*,
            cohort.title, cohort.kind, cohort.least_left,
            metric.title as metric_title, metric.unit, metric.per, metric.over_fact,
            case when missing = '' then '{MetricResults.Measured}' else '{MetricResults.Missing}' end as status,
            measure.days / measure.of_days::double as person_years,
            {Counts} as asks_who
        from measure_cohort_metric as measure
        join cohort_whole as cohort using (scheme, cohort, year)
        join metric using (metric)
        order by cohort.scheme_position, measure.year, cohort.position, metric.position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Label("metric", $"The measure; '{MetricResults.Definitions}' says what it is."), ColumnRule.Label("metric_title", "What it is called."), MetricResults.Status, MetricResults.Lacking,
            ColumnRule.Count("people", "People of the cohort."),
            OfWho(ColumnRule.CountOf("with_any", "with_any", "Those of them of whom something is counted; not applicable where all of them count.")), OfWho(ColumnRule.Share("share_with_any", ("with_any", "people"), "They as a part of the cohort.")),
            .. MetricResults.Figures(ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole; not applicable to what is held against something else."), "with_any"),
        ])
    {
        Above = [CohortResults.OfCohorts],
        Guards =
        [
            new PartsGuard("people", "scheme", "year", "metric") { Unless = ("kind", "sets") }, new PartsGuard("with_any", "scheme", "year", "metric") { Unless = ("kind", "sets") }, new PartsGuard("over_people", "scheme", "year", "metric") { Unless = ("kind", "sets") },
            new NestedGuard("people", "people"), new NestedGuard("people", "least_left"),
            .. new[] { "with_any", "over_people", "outside", "over_outside", "rest", "rest_outside" }.Select(left => new NestedGuard("with_any", left)),
        ],
        Under = (MetricResults.Everybody, "numerator", ["year", "metric"]),
        Then = MetricRates.Of,
    };

    private static ColumnRule OfWho(ColumnRule rule) => MetricResults.IfTold(rule with { Make = (door, grid, row) => grid.Get<bool>(row, "asks_who") ? rule.Make(door, grid, row) : NotApplicableCell.Instance });
}
