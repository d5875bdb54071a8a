namespace Stratify.Results;

/// <summary>The sheets of a budget, drawn up for some cohorts of a published run.</summary>
internal static class BudgetResults
{
    /// <summary>What one of its people cost over the cap tells the most of them, so those pounds are guarded by themselves.</summary>
    internal static ResultDefinition Sheets { get; } = new("budget", "Budget sheet of each cohort", """
        select sheet.*, risk.*, pence / 100 / nullif(person_years, 0) as cost_per_person_year, expected_pence / 100 / nullif(person_years, 0) as expected_per_person_year
        from budget_sheet as sheet join (select * exclude (position) from budget_risk) as risk using (cohort) order by sheet.position
        """,
        [
            ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What it is called."),
            ColumnRule.Count("people", "People in it; who is in an earlier cohort of the budget as well is counted there."),
            ColumnRule.CountOf("in_several", "people", "Of those, people who are in a later cohort too."),
            ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole."),
            ColumnRule.CountOf("died", "people", "People who died in the year."), ColumnRule.CountOf("moved", "people", "People who came or left within the year and did not die."),
            ColumnRule.Total("cost", ("pence", "people"), "What they cost in the year."),
            ColumnRule.Total("cost_lower", ("cost_lower", "people"), "Lower end of what they may cost in another year by chance alone, 19 times in 20: years drawn from them with replacement.", "pence"),
            ColumnRule.Total("cost_upper", ("cost_upper", "people"), "Upper end of it.", "pence"),
            ColumnRule.Of("cost_per_person_year", "people", Unit.PoundsEach, "Cost a person-year: a budget by the head.").Guarded("pence"),
            ColumnRule.Total("expected_cost", ("expected_pence", "people"), "What people of their age, sex and deprivation cost; not applicable where no model could be made.", "pence"),
            ColumnRule.Total("expected_lower", ("expected_lower", "people"), "Lower end of where such a cost falls 19 times in 20.", "pence"), ColumnRule.Total("expected_upper", ("expected_upper", "people"), "Upper end of it.", "pence"),
            ColumnRule.Of("expected_per_person_year", "people", Unit.PoundsEach, "The same a person-year.").Guarded("pence"),
            .. Risk,
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people")] };

    /// <summary>Of all cohorts together, whom no other figure of a budget leaves out.</summary>
    internal static ResultDefinition Whole { get; } = new("budget_risk", "How sure the whole budget is", """
        select whole.*, risk.*
        from (select cast(sum(people) as bigint) as people, cast(sum(pence) as bigint) as pence, max(pence_largest) as pence_largest, greatest(coalesce(max(pence_largest, 2)[2], 0), max(pence_second)) as pence_second,
            cast(sum(above_cap) as bigint) as above_cap, cast(sum(above_pence) as bigint) as above_pence, max(above_pence_largest) as above_pence_largest, greatest(coalesce(max(above_pence_largest, 2)[2], 0), max(above_pence_second)) as above_pence_second from budget_sheet) as whole
        cross join (select * from budget_risk where cohort = '') as risk
        """,
        [
            ColumnRule.Count("people", "People of all cohorts."), ColumnRule.Total("cost", ("pence", "people"), "What they cost in the year."),
            ColumnRule.Total("cost_lower", ("cost_lower", "people"), "Lower end of what they may cost in another year by chance alone, 19 times in 20.", "pence"), ColumnRule.Total("cost_upper", ("cost_upper", "people"), "Upper end of it.", "pence"),
            ColumnRule.Count("above_cap", "People who cost more than the cap."), ColumnRule.Total("above_cost", ("above_pence", "above_cap"), "Their cost beyond the cap, which the pool does not pay."),
            .. Risk,
        ])
    { Money = ["pence"] };

    internal static ResultDefinition Lines { get; } = new("budget_lines", "Budgets by setting and payer", $"select *, case when in_pool then 'in' else 'out' end as pool from budget_line order by position, {ResultCatalogue.Order("setting")}, payer",
        [
            ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("payer", "Whose pounds they are."), ColumnRule.Label("pool", "Whether they are in the pool or out of it."),
            ColumnRule.Count("people", "People for whom something was paid."), ColumnRule.Total("cost", ("pence", "people"), "What was paid in the year."), ColumnRule.Mean("mean_cost", ("pence", "people"), "The same for each of them."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "cohort") { Overlap = true }, new PartsGuard("people", "setting", "payer")] };

    internal static ResultDefinition Settings { get; } = new("budget_settings", "The budget by setting and payer", $"select *, case when in_pool then 'in' else 'out' end as pool from budget_setting order by {ResultCatalogue.Order("setting")}, payer",
        [
            ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("payer", "Whose pounds they are."), ColumnRule.Label("pool", "Whether they are in the pool or out of it."),
            ColumnRule.Count("people", "People of all cohorts for whom something was paid."), ColumnRule.Total("cost", ("pence", "people"), "What was paid in the year."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people") { Overlap = true }, new PartsGuard("people", "payer", "pool") { Overlap = true }] };

    internal static ResultDefinition Payers { get; } = new("budget_payers", "Who pays, in the pool and out of it", "select *, case when in_pool then 'in' else 'out' end as pool from budget_payer order by payer, pool",
        [
            ColumnRule.Label("payer", "Whose pounds they are."), ColumnRule.Label("pool", "Whether they are in the pool or out of it."),
            ColumnRule.Count("people", "People for whom something was paid."), ColumnRule.Total("cost", ("pence", "people"), "What was paid in the year."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people") { Overlap = true }] };

    internal static ResultDefinition Providers { get; } = new("budget_providers", "Who gives the care", $"select * from budget_provider order by position, {ResultCatalogue.Order("setting")}, pence desc, provider",
        [
            ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("provider", "The provider's code; empty where none is told."),
            ColumnRule.Count("people", "People to whom it gave care."), ColumnRule.Total("cost", ("pence", "people"), "What that cost."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "cohort", "setting") { Overlap = true }] };

    internal static IReadOnlyList<ResultDefinition> All { get; } = [Sheets, Whole, Settings, Lines, Payers, Providers];

    private static IReadOnlyList<ColumnRule> Risk =>
    [
        ColumnRule.Of("over_5", "people", Unit.Share, "Chance that they cost more than this year's cost by a twentieth, by chance alone."), ColumnRule.Of("over_10", "people", Unit.Share, "By a tenth."),
        ColumnRule.Of("capped_over_5", "people", Unit.Share, "The first chance where the pool pays no more of one person than the cap, held against capped cost; not applicable without a cap."), ColumnRule.Of("capped_over_10", "people", Unit.Share, "The second."),
        ColumnRule.Of("beyond", "people", Unit.Share, "Chance that the cost falls outside the corridor, either way."),
        ColumnRule.Total("shared_over", ("shared_over", "people"), "Overspending beyond the corridor, on average over all years, for the partners to share.", "pence"), ColumnRule.Total("shared_under", ("shared_under", "people"), "Underspending beyond it.", "pence"),
    ];
}
