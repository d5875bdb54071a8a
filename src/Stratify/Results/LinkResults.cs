namespace Stratify.Results;

/// <summary>The published tables about who was linked and who was not, and what it does to the ranking.</summary>
internal static class LinkResults
{
    /// <summary>People of a group are those it is linked to, and each unlinked record one more, for nobody knows better.</summary>
    internal static ResultDefinition MatchRates { get; } = new("match_rates", "Who is linked: records by what they say of their person", """
        select
            *,
            ruled as linked_by_rule,
            likely as linked_by_probability,
            ruled + likely as linked,
            greatest(ruled_people, likely_people) as linked_people,
            greatest(ruled_people, likely_people) + unlinked as base
        from measure_match_rate
        order by dataset, list_position(['age_band', 'sex', 'deprivation_decile', 'ethnic_group', 'month'], attribute),
            case group_name when 'before the period' then 0 when 'after the period' then 2 when 'not stated' then 3 else 1 end, try_cast(group_name as integer), group_name
        """,
        [
            ColumnRule.Label("dataset", "The extract's dataset."),
            ColumnRule.Label("attribute", "age_band on the day of the event; sex; deprivation_decile of the area, or of the postcode as the register knows it, 1 most deprived; ethnic_group; month in which the event begins."),
            ColumnRule.Label("group_name", "The group that the record itself says; 'not stated' where it does not, or the dataset does not hold it."),
            ColumnRule.CountOf("records", "base", "Records of activity."),
            ColumnRule.CountOf("linked_by_rule", "base", "Of those, linked by a rule (grades A to D)."),
            ColumnRule.CountOf("linked_by_probability", "base", "Of those, linked by probability (grade P)."),
            ColumnRule.CountOf("unlinked", "base", "Of those, nobody's."),
            ColumnRule.Share("share_linked_by_rule", ("linked_by_rule", "records"), "Part of the records that rules linked: before probability.").HiddenWith("base"),
            ColumnRule.Share("share_linked", ("linked", "records"), "Part of the records that are linked: after it.").HiddenWith("base"),
            ColumnRule.Total("cost_linked", ("linked_pence", "linked_people"), "Cost of linked records in the run's years.").HiddenWith("base"),
            ColumnRule.Total("cost_unlinked", ("unlinked_pence", "unlinked"), "Cost of unlinked records in the run's years.").HiddenWith("base"),
        ])
    {
        Money = ["linked_pence"],
        Guards = [new PartsGuard("base", "dataset", "attribute")],
        Users = new CellGuard([("linked_by_rule", "ruled_people", null), ("linked_by_probability", "likely_people", null), ("unlinked", "unlinked", "unlinked_pence")], ["dataset", "attribute", "group_name"], ["dataset", "attribute"])
        {
            Follows = [("share_linked_by_rule", "linked_by_rule"), ("share_linked", "unlinked"), ("cost_linked", "unlinked"), ("cost_unlinked", "unlinked")],
        },
    };

    /// <summary>What a few people's likely links add to a mean would tell what those cost, so it is hidden where they are few.</summary>
    internal static ResultDefinition Coverage { get; } = new("cohorts_at_coverage", "The ranking if likely links were sure enough for costs", $"""
        select
            measure.*,
            scheme.scheme_kind as kind,
            {CohortResults.Left},
            corr(rank, coverage_rank) over (partition by scheme, year) as concordance,
            cast(count(*) filter (rank <= 10) over (partition by scheme, year) as bigint) as top,
            cast(count(*) filter (rank <= 10 and coverage_rank <= 10) over (partition by scheme, year) as bigint) as top_at_both
        from measure_coverage as measure
        join scheme using (scheme)
        left join cohort_nested as nested using (scheme, cohort, year)
        order by scheme.position, measure.year, measure.rank, measure.position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Count("people", "People in the cohort: the same with both thresholds."),
            ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person with links that reach the job's threshold for costs."),
            ColumnRule.Mean("mean_cost_at_coverage", ("coverage_pence", "people"), "Cost a person with links too that reach its threshold for coverage.", of: "pence"),
            ColumnRule.Of("rank", "people", Unit.Rank, "Rank by the first, 1 the highest."), ColumnRule.Of("coverage_rank", "people", Unit.Rank, "Rank by the second."),
            ColumnRule.Of("concordance", "people", Unit.Number, "Spearman's correlation of the two ranks over the scheme; 1 when they agree throughout."),
            ColumnRule.Of("top", "people", Unit.Rank, "Cohorts of the scheme among the ten costliest by the first."), ColumnRule.Of("top_at_both", "people", Unit.Rank, "How many of them are by the second too."),
        ])
    {
        Needs = "link_choice",
        Money = ["pence"],
        Guards = CohortResults.Guards,
        Above = [CohortResults.OfCohorts],
        Users = new CellGuard([("mean_cost_at_coverage", "gainers", "more_pence")], ["scheme", "year", "cohort"], ["scheme", "year"]) { NoWhole = ("kind", "sets"), Follows = [("coverage_rank", "mean_cost_at_coverage")] },
    };
}
