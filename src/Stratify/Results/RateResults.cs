using Stratify.Model;

namespace Stratify.Results;

/// <summary>The published tables of groups and cohorts against everybody of their age and sex.</summary>
internal static class RateResults
{
    private static IReadOnlyList<ColumnRule> Figures { get; } =
    [
        ColumnRule.Label("measure", "What is measured."),
        new(new ResultColumn("measure_title", "What it is called.", Unit.Text), (_, grid, row) => new TextCell(PlaceMeasures.Of(grid.Get<string>(row, "measure")!).Title)),
        ColumnRule.Count("people", "People of the group; where they, or those of them who had anything of the measure, are few, nothing is shown."),
        ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole."),
        ColumnRule.CountOf("events", "people", "Events; not applicable to cost."),
        ColumnRule.Of("expected_events", "people", Unit.Number, "Events that would be at the rates of everybody of the same age and sex in this population."),
        ColumnRule.Total("cost", ("pence", "people"), "Cost of all care; not applicable to events."), ColumnRule.Total("expected_cost", ("expected_pence", "people"), "Cost that would be at the rates of everybody of the same age and sex.", of: "pence"),
        new(new ResultColumn("lot", "Σx²/Σx of each person's own number x, over everybody: events or pounds come in lots, for the same people come again.", Unit.Number), (door, grid, row) => door.Derived(grid.Get<long>(row, "people"), PlaceResults.ThreeFigures(grid.Get<double>(row, "lot")), 2)),
    ];

    internal static ResultDefinition Equity { get; } = new("equity", "Fifths of deprivation and ethnic groups against everybody of their age and sex", """
        select * from measure_equity order by year, kind, place = 'not stated', place, position
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("kind", "deprivation: fifths of areas, 1 the most deprived; or ethnic_group, the five headings of the census."),
            ColumnRule.Label("place", "").Called("group", "The group; 'not stated' where the register does not tell."), .. Figures,
        ])
    {
        Money = ["pence"],
        Guards = [new PartsGuard("people", "year", "kind", "measure"), new PartsGuard("having", "year", "kind", "measure")],
        Then = PeerComparison.RatiosOf,
    };

    internal static ResultDefinition Profiles { get; } = new("cohort_profile", "Who the people of each cohort are, beside everybody", $"""
        select profile.*, 'cost' as measure, cohort.title, cohort.kind, cohort.least_left, cohort.people as cohort_people, cohort.everyone
        from measure_cohort_profile as profile
        join cohort_whole as cohort using (scheme, cohort, year)
        order by cohort.scheme_position, profile.year, cohort.position, profile.profile, profile.place = 'not stated', profile.place
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Label("profile", "deprivation: fifths of areas, 1 the most deprived; or ethnic_group, the five headings of the census."), ColumnRule.Label("place", "The group; 'not stated' where the register does not tell."),
            ColumnRule.Count("people", "People of the cohort who are of the group."), ColumnRule.Share("share_of_cohort", ("people", "cohort_people"), "They as a part of the cohort."),
            ColumnRule.Share("share_of_everyone", ("of_everyone", "everyone"), "The group as a part of everybody.").HiddenWith("people"), ColumnRule.Mean("mean_cost", ("pence", "people"), "Their cost a person."),
        ])
    {
        Money = ["pence"],
        Above = [CohortResults.OfCohorts, new Above(Equity, "year", "profile", "place", "measure") { There = ["year", "kind", "place", "measure"] }],
        Guards =
        [
            new PartsGuard("people", "scheme", "cohort", "year", "profile"), new PartsGuard("people", "scheme", "year", "profile", "place") { Unless = ("kind", "sets") },
            new NestedGuard("people", "least_left"), new NestedGuard("people", "outside"),
        ],
    };

    internal static ResultDefinition Cohorts { get; } = new("cohort_rates", "Cohorts against everybody of their age and sex", $"""
        select rate.*, cohort.title, cohort.kind, cohort.least_left, rate.all_having - rate.having as outside
        from measure_cohort_rate as rate
        join cohort_whole as cohort using (scheme, cohort, year)
        order by cohort.scheme_position, rate.year, cohort.position, rate.position
        """,
        [ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year, .. Figures])
    {
        Money = ["pence"],
        Above = [CohortResults.OfCohorts],
        Guards =
        [
            new PartsGuard("people", "scheme", "year", "measure") { Unless = ("kind", "sets") }, new PartsGuard("having", "scheme", "year", "measure") { Unless = ("kind", "sets") },
            new NestedGuard("people", "least_left"), new NestedGuard("having", "having"), new NestedGuard("having", "outside"),
        ],
        Then = PeerComparison.RatiosOf,
    };
}
