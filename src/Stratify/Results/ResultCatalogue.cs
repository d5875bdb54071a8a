using Stratify.Model;

namespace Stratify.Results;

/// <summary>Every published table, in the order of the data package. All figures are of the year in the first column.</summary>
internal static class ResultCatalogue
{
    internal static IReadOnlyList<ResultDefinition> All { get; } =
    [
        new("population", "Everyone registered in the year", """
            select measure_population.*, median_pence / 100.0 as median_cost, gini.gini, coalesce(high.half_people, 0) as half_people, coalesce(high.four_fifths_people, 0) as four_fifths_people
            from measure_population join gini using (year) left join measure_high_resource as high using (year) order by year
            """,
            [
                Year, ColumnRule.Count("people", "People registered on at least one day of the year."),
                ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole."),
                ColumnRule.CountOf("zero_cost_people", "people", "People for whom no cost was recorded."),
                ColumnRule.CountOf("died", "people", "People who died in the year."),
                ColumnRule.Of("practices", "people", Unit.Rank, "Practices with which they were registered."),
                ColumnRule.Total("cost", ("cost_pence", "people"), "Cost of all their care."),
                ColumnRule.Mean("mean_cost", ("cost_pence", "people"), "Cost a person."),
                ColumnRule.Median("median_cost", "people", "Cost that half of the people stay below."),
                ColumnRule.Of("gini", "people", Unit.Share, "Gini coefficient of cost: 0 when all cost the same, 1 when one person has all of it."),
                ColumnRule.Share("share_holding_half", ("half_people", "people"), "The fewest people who have half of all cost, as a part of everybody."),
                ColumnRule.Share("share_holding_four_fifths", ("four_fifths_people", "people"), "The fewest people who have four fifths of all cost, as a part of everybody."),
            ])
        { Money = ["cost_pence"] },
        RegisterResults.Changes,
        RegisterResults.Lists,
        new("linkage", "How records were linked to people", """
            select *, case when people > 0 then people else records end as base from measure_linkage order by dataset, grade
            """,
            [
                ColumnRule.Label("dataset", "The extract's dataset."),
                ColumnRule.Label("grade", "A number and birth date; B number alone, or not traced, or known to the sender elsewhere; C name and birth date, or birth date, sex, postcode and practice, or an untraced number alone; D birth date, sex and postcode; P likely by probability; U unlinked."),
                ColumnRule.Rows("records", "Records of activity."),
                ColumnRule.Count("people", "People they were linked to."),
                ColumnRule.Total("cost", ("pence", "base"), "Cost of those records in the run's years."),
            ])
        { Money = ["pence"], Guards = [new PartsGuard("people", "dataset") { Overlap = true }, new PartsGuard("base", "dataset") { Overlap = true }] },
        LinkResults.MatchRates,
        new("data_quality", "What became of every row", "select * from measure_data_quality order by dataset",
            [
                ColumnRule.Label("dataset", "The extract's dataset."),
                ColumnRule.Rows("rows_read", "Rows of its files."), ColumnRule.Rows("loaded", "Rows that passed every check and were kept."),
                ColumnRule.Rows("rejected", "Rows that failed a check."), ColumnRule.Rows("duplicate", "Rows that were sent again; the last is kept."),
                ColumnRule.Rows("opted_out", "Rows of people who opted out."), ColumnRule.Rows("out_of_scope", "Rows that the profile leaves out."),
                ColumnRule.Rows("counted", "Events that count in a year of the run."), ColumnRule.Rows("out_of_period", "Events of other years."),
                ColumnRule.Rows("unfinished", "Events that have not ended."), ColumnRule.Rows("after_death", "Events that begin more than thirty days after death."),
                ColumnRule.Rows("ends_before_start", "Events that end before they begin."),
                ColumnRule.Rows("also_ward_stay", "Episodes of stays that a mental health ward stay tells of, and that count there alone."), ColumnRule.Rows("unpriced", "Events that count and have no price."),
                ColumnRule.Rows("partly_counted", "Events that count, have ended, and have days in years that the run does not have."), ColumnRule.Total("cost_of_other_years", ("other_years_pence", "partly_people"), "What those days cost, which no year of the run has; hidden where they are of few people, each event of nobody counting as one, or nearly all of one."),
            ]),
        QualityResults.Checks,
        QualityResults.Verdicts,
        CostResults.Basis,
        CostResults.Paid,
        CostResults.MarketForces,
        CostResults.Control,
        new("unattributed", "Cost that belongs to no person-year", "select * from measure_unattributed order by year, setting, reason",
            [
                Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("reason", "Unlinked, or of a person who was not registered in the year, or, where the job asks for some places, elsewhere."),
                ColumnRule.Rows("events", "Events."), ColumnRule.Total("cost", ("pence", "people"), "Their cost; hidden where they are of few people, each event of nobody counting as one, or nearly all of one."),
            ])
        { Money = ["pence"], Guards = [new PartsGuard("people", "year", "setting") { Overlap = true }] },
        SettingResults.Settings,
        SettingResults.Payers,
        SettingResults.Conditions,
        SettingResults.AgeAndConditions,
        OthersResults.Costs,
        MonthResults.Activity,
        new("concentration", "How cost is concentrated", """
            select year, cast(top_share as varchar) as top_share, people, pence / nullif(max(pence) over (partition by year), 0) as share_of_cost, step_pence, step_pence_largest, step_pence_second
            from measure_concentration order by year, people, top_share
            """,
            [
                Year, ColumnRule.Label("top_share", "The costliest part of people, of one."), ColumnRule.Count("people", "How many they are."),
                ColumnRule.Of("share_of_cost", "people", Unit.Share, "Their part of all cost. Hidden where too few people lie between it and the point before, or the end."),
            ])
        { Guards = [new StepsGuard("people", "year") { Between = ["step_pence"] }] },
        SpreadResults.BySetting,
        SpreadResults.Pairs,
        SpreadResults.LongTermConditions,
        SpreadResults.Persistence,
        SpreadResults.Transitions,
        SpreadResults.RiskPool,
        RateResults.Equity,
        ModelResults.Methods,
        ModelResults.Ratios,
        ModelResults.Effects,
        new("model_fit", "How much of the spread of cost groups explain", "select * from measure_fit order by year, position",
            [
                Year, ColumnRule.Label("model", "The groups: bands of age, sex, bands of the number of conditions, bands of age and of conditions at once; or least squares on each condition, alone or with age, sex and deprivation."),
                ColumnRule.Of("groups", "people", Unit.Rank, "How many groups hold anybody, or how many coefficients there are."),
                ColumnRule.Of("r_squared", "people", Unit.Share, "Part of the variance of cost between people that lies between the groups; 1 when people of a group all cost the same."),
                ColumnRule.Of("adjusted", "people", Unit.Share, "The same less what as many groups would explain by chance; below 0 when they explain less than that."),
            ]),
        new("setting_combinations", "Settings used together", "select * from measure_combination order by year, people desc, settings",
            [
                Year, ColumnRule.Label("settings", "Settings that the same people used in the year."), ColumnRule.Count("people", "People."),
                ColumnRule.Total("cost", ("pence", "people"), "Their cost."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person."),
            ])
        { Money = ["pence"], Guards = [new PartsGuard("people", "year")] },
        PlaceResults.Practices,
        PlaceResults.Neighbourhoods,
        MetricResults.OfEverybody,
        MetricResults.OfNeighbourhoods,
        MetricResults.OfMonths,
        MetricResults.OfDefinitions,
        CohortResults.Cohorts,
        CohortResults.Rankings,
        CohortDetailResults.Priorities,
        CohortDetailResults.Settings,
        RateResults.Cohorts,
        RateResults.Profiles,
        CoordinationResults.Cohorts,
        CohortDetailResults.Overlap,
        CombinationResults.Combinations,
        LinkResults.Coverage,
        CostResults.Books,
        CostResults.Stability,
        OpportunityResults.Rules,
        OpportunityResults.Cohorts,
        OpportunityResults.Required,
        .. UpCloseResults.All,
    ];

    /// <summary>Tables that are made of a published run when somebody asks for them.</summary>
    internal static IReadOnlyList<ResultDefinition> Asked { get; } = [.. BudgetResults.All];

    internal static ColumnRule Year => ColumnRule.Label("year", "The year, or the window, of the figures.");

    /// <summary>The settings' own order rather than the alphabet's.</summary>
    internal static string Order(string column) =>
        $"case {column} {string.Join(' ', Setting.All.Select((setting, i) => $"when '{setting.Name}' then {i}"))} end";
}
