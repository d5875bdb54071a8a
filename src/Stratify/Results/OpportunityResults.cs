using Stratify.Engine;

namespace Stratify.Results;

/// <summary>The published tables about what is in scope, and about how much of a cohort's care would have to vanish to move everybody's total.</summary>
internal static class OpportunityResults
{
    /// <summary>Rules overlap in people, so what they have in common is hidden by the largest of them. Of what counts once nobody is told by what does not: the cost of all stays is hidden where few people's went to an earlier rule.</summary>
    internal static ResultDefinition Rules { get; } = new("opportunity", "In scope by published rules, which is not a saving", """
        select measure.*, rule.title, rule.lever, rule.priority, rule.convertible_low as low, rule.convertible_high as high
        from measure_opportunity as measure
        join opportunity_rule as rule using (rule)
        order by year, rule.priority
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("rule", "Name of the rule; 'describe opportunities' tells each."), ColumnRule.Label("title", "The same in words."),
            ColumnRule.Label("lever", "What would change: avoidance, no admission; shift_to_sdec, same day emergency care in its place; length_of_stay, the same admission with fewer nights."),
            ColumnRule.Label("priority", "A stay that several rules have counts once under the first of them."),
            ColumnRule.Count("people", "People with such a stay."), ColumnRule.CountOf("admissions", "people", "Stays that the rule has. Rules overlap, so they do not add up."),
            ColumnRule.CountOf("nights", "people", "Nights of those stays."), ColumnRule.Total("cost", ("pence", "people"), "Cost of those stays. Rules overlap, so they do not add up; hidden too where few people have one that counts under an earlier rule.").HiddenWith("moved_people").Guarded("moved_pence"),
            ColumnRule.CountOf("net_admissions", "net_people", "Stays that count under this rule once: over all rules they add up.").HiddenWith("people"),
            ColumnRule.Total("net_cost", ("net_pence", "net_people"), "Their cost: over all rules it adds up. In scope means that a rule has the stay, and no more.").HiddenWith("people"),
            Convertible("convertible_low", "low", "The least part of that cost that is published as convertible, where something is published."),
            Convertible("convertible_high", "high", "The most part of that cost that is published as convertible."),
        ])
    {
        NeedsRowsOf = "measure_opportunity",
        Money = ["pence"],
        Users = new CellGuard([("net_cost", "net_people", "net_pence")], ["year", "lever"], ["year", "rule"]) { Follows = [("net_admissions", "net_cost"), ("convertible_low", "net_cost"), ("convertible_high", "net_cost")] },
    };

    internal static ResultDefinition Cohorts { get; } = new("cohort_opportunity", "In scope by cohort, each stay once", """
        select measure.*
        from measure_cohort_opportunity as measure
        join scheme using (scheme)
        where scheme.scheme_kind = 'partition'
        order by scheme.position, measure.year, measure.position, measure.place
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme; schemes of overlapping sets, over which nothing adds up, are left out."), ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Label("lever", "What would change: avoidance, shift_to_sdec or length_of_stay."),
            ColumnRule.Count("people", "People of the cohort with a stay in scope."), ColumnRule.CountOf("admissions", "people", "Stays in scope, each once."), ColumnRule.Total("cost", ("pence", "people"), "Their cost."),
        ])
    {
        NeedsRowsOf = "measure_cohort_opportunity",
        Money = ["pence"],
        Guards = [new PartsGuard("people", "scheme", "year", "lever")],
    };

    internal static ResultDefinition Required { get; } = new("required_reduction", "How much of a cohort's care would have to vanish to move everybody's total", $"""
        select measure.*, scheme.scheme_kind as kind, {CohortResults.Left}
        from measure_reduction as measure
        join scheme using (scheme)
        left join cohort_nested as nested using (scheme, cohort, year)
        order by scheme.position, measure.year, measure.position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Count("people", "People in the cohort."), ColumnRule.CountOf("emergency_admissions", "people", "Emergency admissions of the cohort."),
            Share("admissions_for_1", OfAdmissions, 1, "Part of the cohort's emergency admissions that would have to vanish for everybody's to fall by 1%: of published figures alone. [z] where it is more than all of them, or there are none."),
            Share("admissions_for_10", OfAdmissions, 10, "The same for 10%."),
            Share("cost_for_1", OfCost, 1, "Part of the cohort's cost that would have to vanish for everybody's cost to fall by 1%: of published figures alone. [z] where it is more than all of it."),
            Share("cost_for_10", OfCost, 10, "The same for 10%."),
        ])
    { Money = ["pence"], Guards = CohortResults.Guards, Above = [CohortResults.OfCohorts] };

    private static Cell OfAdmissions(Disclosure door, Grid grid, int row) => door.IsFew(grid.Get<long>(row, "people")) ? HiddenCell.Instance
        : Disclosure.Ratio(door.Count(grid.Get<long>(row, "everyone_emergency_admissions")), door.Count(grid.Get<long>(row, "emergency_admissions")), 6);

    private static Cell OfCost(Disclosure door, Grid grid, int row) => Disclosure.Ratio(
        door.Total(grid.Get<long>(row, "everyone"), grid.Get<long>(row, "everyone_pence")), door.Total(grid.Get<long>(row, "people"), grid.Get<long>(row, "pence")), 6);

    /// <summary>So many hundredths of everybody's over all of the cohort's, where the cohort has as much.</summary>
    private static ColumnRule Share(string name, Func<Disclosure, Grid, int, Cell> whole, int per, string meaning) => new(new ResultColumn(name, meaning, Unit.Share), (door, grid, row) =>
        whole(door, grid, row) is not ValueCell times ? whole(door, grid, row)
        : times.Value * per > 100 || times.Value < 0 ? NotApplicableCell.Instance
        : new ValueCell(decimal.Round(times.Value * per / 100, 3, MidpointRounding.AwayFromZero)));

    /// <summary>Of the published cost, so that it tells no more than that does.</summary>
    private static ColumnRule Convertible(string name, string percent, string meaning) => new ColumnRule(new ResultColumn(name, meaning, Unit.Pounds), (door, grid, row) =>
        grid.Get<long?>(row, percent) is not { } part ? NotApplicableCell.Instance
        : door.Total(grid.Get<long>(row, "net_people"), grid.Get<long>(row, "net_pence")) is ValueCell cost ? new ValueCell(decimal.Round(cost.Value * part / 100, 0, MidpointRounding.AwayFromZero))
        : door.Total(grid.Get<long>(row, "net_people"), grid.Get<long>(row, "net_pence"))).HiddenWith("people");
}
