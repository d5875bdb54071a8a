namespace Stratify.Results;

/// <summary>The published tables about what cost rests on, and what another way to cost would change.</summary>
internal static class CostResults
{
    private static string BySetting => $"order by year, {ResultCatalogue.Order("setting")}";

    internal static ResultDefinition Basis { get; } = new("cost_basis", "Where the cost of events comes from", "select * from measure_basis order by setting, basis",
        [
            ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("basis", "carried by the sender; rate; price; average; or without cost: in_spell, not_costed, unpriced."),
            ColumnRule.Rows("events", "Events."), ColumnRule.Count("people", "People whose events they are; where nobody is known, each event counts as one."),
            ColumnRule.Total("cost", ("pence", "people"), "Their cost."),
        ])
    { Money = ["pence"], Guards = [new PartsGuard("people", "setting") { Overlap = true }], Above = [new Above(SettingResults.Settings, "setting")] };

    internal static ResultDefinition Paid { get; } = new("paid_and_standard", "What is paid beside what it costs as a standard", $"select * from measure_paid {BySetting}",
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Rows("events", "Events that cost something to give."),
            ColumnRule.Rows("told", "Of those, events of which the sender tells what is paid. What follows is of these."),
            ColumnRule.Count("people", "People whose they are; each event of nobody counts as one."),
            ColumnRule.Total("paid", ("paid_pence", "people"), "What is paid for them, as their senders tell it."),
            ColumnRule.Total("standard", ("standard_pence", "people"), "What they cost as a standard."),
            ColumnRule.OverCost("ratio", ("paid_pence", "people"), ("standard_pence", "people"), "Paid over standard."),
        ])
    { Money = ["paid_pence", "standard_pence"], Guards = [new PartsGuard("people", "year") { Overlap = true }], Above = [new Above(SettingResults.Settings, "year", "setting")] };

    internal static ResultDefinition MarketForces { get; } = new("market_forces", "Standard cost with market forces factors", $"select * from measure_market_forces {BySetting}",
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Rows("events", "Events that cost something to give."),
            ColumnRule.Count("people", "People whose they are; each event of nobody counts as one."),
            ColumnRule.Total("standard", ("standard_pence", "people"), "What they cost as a standard."),
            ColumnRule.Total("standard_with_factors", ("mff_pence", "people"), "The same, each times its provider's market forces factor. No ranking uses it."),
            ColumnRule.OverCost("ratio", ("mff_pence", "people"), ("standard_pence", "people"), "With factors over without."),
        ])
    { Needs = "measure_market_forces", Money = ["standard_pence", "mff_pence"], Guards = [new PartsGuard("people", "year") { Overlap = true }], Above = [new Above(SettingResults.Settings, "year", "setting")] };

    internal static ResultDefinition Control { get; } = new("control_totals", "Computed cost beside the accounts", $"select * from measure_control_total {BySetting}",
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Rows("events", "Events that cost something to give."),
            ColumnRule.Count("people", "People whose they are; each event of nobody counts as one."),
            ColumnRule.Total("cost", ("pence", "people"), "What they cost, those of nobody included."),
            ColumnRule.Given("control_total", "control_pence", "What the accounts say the setting cost, as the job gives it.").HiddenWith("people"),
            ColumnRule.GivenOverCost("factor", "control_pence", ("pence", "people"), "Control total over cost. It is shown, and nothing is multiplied by it."),
        ])
    { Needs = "measure_control_total", Money = ["pence"], Guards = [new PartsGuard("people", "year") { Overlap = true }], Above = [new Above(SettingResults.Settings, "year", "setting")] };

    /// <summary>What a few people's events cost more or less by the other book would tell what those events are, so it is hidden where they are few.</summary>
    internal static ResultDefinition Books { get; } = new("cohorts_by_price_book", "Cohorts by two price books", """
        select
            measure.*,
            cast(sum(people) over (partition by scheme, measure.year) as bigint) as everyone,
            cast(sum(pence) over (partition by scheme, measure.year) as bigint) as everyone_pence,
            cast(sum(other_pence) over (partition by scheme, measure.year) as bigint) as everyone_other_pence
        from measure_book as measure
        join scheme using (scheme)
        where scheme.scheme_kind = 'partition'
        order by scheme.position, measure.year, measure.rank, measure.position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme; schemes of overlapping sets, over which shares do not add up, are left out."), ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Count("people", "People in the cohort: the same with both books."),
            ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person by the job's price book."),
            ColumnRule.Mean("other_mean_cost", ("other_pence", "people"), "Cost a person by the book that it is held against."),
            ColumnRule.ShareOfCost("share_of_cost", ("pence", "people"), ("everyone_pence", "everyone"), "Part of all cost by the first."),
            ColumnRule.ShareOfCost("other_share_of_cost", ("other_pence", "people"), ("everyone_other_pence", "everyone"), "Part of all cost by the second."),
            ColumnRule.Of("rank", "people", Unit.Rank, "Rank by the first, 1 the highest."), ColumnRule.Of("other_rank", "people", Unit.Rank, "Rank by the second."),
        ])
    {
        Needs = "measure_book",
        Money = ["pence", "other_pence"],
        Guards = [new PartsGuard("people", "scheme", "year")],
        Above = [CohortResults.OfCohorts],
        Users = new CellGuard([("other_mean_cost", "changed", "changed_pence")], ["scheme", "year", "cohort"], ["scheme", "year"]) { Follows = [("other_rank", "other_mean_cost"), ("other_share_of_cost", "other_mean_cost")] },
    };

    /// <summary>Half of what shares of cost differ by is what lies in another cohort: exact in whole numbers up to the last division.</summary>
    internal static ResultDefinition Stability { get; } = new("rank_stability", "How far the ranking of cohorts rests on the price book", """
        select
            scheme,
            scheme.title as scheme_title,
            whole.year,
            cast(sum(people) as bigint) as people,
            count(*) as cohorts,
            corr(place, other_place) as concordance,
            count(*) filter (rank <= 10) as top,
            count(*) filter (rank <= 10 and other_rank <= 10) as top_at_both,
            sum(abs(pence::hugeint * all_other_pence - other_pence::hugeint * all_pence)) / nullif(2 * any_value(all_pence::hugeint * all_other_pence), 0) as share_moved,
            any_value(all_pence) as all_pence,
            any_value(all_other_pence) as all_other_pence,
            cast(sum(changed) as bigint) as changed,
            cast(sum(changed_pence) as bigint) as changed_pence,
            max(changed_pence_largest) as changed_pence_largest,
            greatest(coalesce(max(changed_pence_largest, 2)[2], 0), max(changed_pence_second)) as changed_pence_second
        from (
            select *, cast(sum(pence) over (partition by scheme, year) as bigint) as all_pence, cast(sum(other_pence) over (partition by scheme, year) as bigint) as all_other_pence
            from measure_book
        ) as whole
        join scheme using (scheme)
        where scheme.scheme_kind = 'partition'
        group by scheme, scheme.title, scheme.position, whole.year
        order by scheme.position, whole.year
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme; schemes of overlapping sets are left out."), ColumnRule.Label("scheme_title", "What the scheme is called."), ResultCatalogue.Year,
            ColumnRule.Count("people", "People in its cohorts."), ColumnRule.Of("cohorts", "people", Unit.Rank, "Cohorts that hold anybody."),
            ColumnRule.Of("concordance", "people", Unit.Number, "Spearman's correlation of the two ranks by mean cost; 1 when they agree throughout."),
            ColumnRule.Of("top", "people", Unit.Rank, "Cohorts among the ten costliest by the job's price book."), ColumnRule.Of("top_at_both", "people", Unit.Rank, "How many of them are by the other too."),
            ColumnRule.Of("share_moved", "people", Unit.Share, "Part of all pounds that lies in another cohort by the other book; 0 when every cohort keeps its share."),
            ColumnRule.OverCost("ratio", ("all_other_pence", "people"), ("all_pence", "people"), "All cost by the other book over all cost by the job's.").HiddenWith("changed").Guarded("changed_pence"),
        ])
    { Needs = "measure_book" };
}
