namespace Stratify.Results;

/// <summary>The published tables about how cost and use are spread over people, and from one year to the next.</summary>
internal static class SpreadResults
{
    /// <summary>Department of Health, Long Term Conditions Compendium of Information, third edition (2012): what the part of England's people who have one are, use and cost.</summary>
    private static readonly IReadOnlyDictionary<string, decimal> _national = new Dictionary<string, decimal>
    {
        ["people"] = 0.30m,
        ["gp_appointments"] = 0.50m,
        ["outpatient_attendances"] = 0.64m,
        ["bed_days"] = 0.70m,
        ["cost"] = 0.70m,
    };

    /// <summary>Where people of one year may stand in the next.</summary>
    private static string Band(string column) => $"case {column} when 1 then 'costliest 1%' when 2 then 'next 4%' when 3 then 'next 15%' when 4 then 'next 30%' when 5 then 'other half' when 6 then 'died' when 7 then 'left' else 'not registered' end";

    internal static ResultDefinition BySetting { get; } = new("concentration_by_setting", "How the cost of each setting is concentrated", $"""
        select year, setting, cast(top_share as varchar) as share_label, top_share, people, pence / nullif(max(pence) over (partition by year, setting), 0) as share_of_cost, step_pence, step_pence_largest, step_pence_second
        from measure_setting_concentration order by year, {ResultCatalogue.Order("setting")}, top_share
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Label("share_label", "").Called("top_share", "The part of everybody that costs most there, of one."),
            ColumnRule.Count("people", "How many of them have any cost there."),
            ColumnRule.Of("share_of_cost", "people", Unit.Share, "Their part of the setting's cost. Hidden where too few people lie between it and the point before, or the end."),
        ])
    { Guards = [new StepsGuard("people", "year", "setting") { Between = ["step_pence"] }] };

    /// <summary>Beside the users of either setting, which are published: those of one alone must be enough people too.</summary>
    internal static ResultDefinition Pairs { get; } = new("setting_pairs", "Settings that the same people use, two by two", $"""
        select pair.*, one.users as one_users, other.users as other_users, least(nullif(one.users - pair.people, 0), nullif(other.users - pair.people, 0)) as least_apart
        from measure_setting_pair as pair
        join (select year, setting, users from measure_setting) as one on one.year = pair.year and one.setting = pair.one
        join (select year, setting, users from measure_setting) as other on other.year = pair.year and other.setting = pair.other
        order by pair.year, {ResultCatalogue.Order("pair.one")}, {ResultCatalogue.Order("pair.other")}
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("one", "One setting of care."), ColumnRule.Label("other", "Another."), ColumnRule.Count("people", "People with cost in both."),
            ColumnRule.Share("share_of_one", ("people", "one_users"), "They as a part of the users of the one."), ColumnRule.Share("share_of_other", ("people", "other_users"), "They as a part of the users of the other."),
            ColumnRule.Mean("mean_in_one", ("pence_one", "people"), "Their cost a person in the one."), ColumnRule.Mean("mean_in_other", ("pence_other", "people"), "Their cost a person in the other."),
            ColumnRule.Mean("mean_cost", ("pence", "people"), "Their cost a person of all care."), ColumnRule.Total("cost", ("pence", "people"), "Their cost of all care; people of several pairs are in each."),
        ])
    {
        NeedsRowsOf = "measure_setting_pair",
        Money = ["pence", "pence_one", "pence_other"],
        Guards = [new NestedGuard("people", "least_apart") { Left = ["alone_one", "alone_other"] }],
    };

    internal static ResultDefinition LongTermConditions { get; } = new("ltc_share", "What people with long-term conditions are, use and cost", """
        select *, all_users - users as left_users from measure_ltc_share order by year, conditions_from, position
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("conditions_from", "People with so many of the long-term conditions or more."), ColumnRule.Label("measure", "people, gp_appointments, outpatient_attendances, bed_days (nights in hospital) or cost."),
            ColumnRule.Count("users", "Those of them who have any of it."),
            new ColumnRule(new ResultColumn("share", "Their part of it.", Unit.Share), (door, grid, row) => grid.Get<string>(row, "measure") == "cost"
                ? door.ShareOfPounds(grid.Get<long>(row, "users"), (grid.Get<long>(row, "part"), grid.Get<long>(row, "whole")))
                : door.Share(door.Count(grid.Get<long>(row, "part")), door.Count(grid.Get<long>(row, "whole")), grid.Get<long>(row, "all_users"))).Guarded("pence"),
            new(new ResultColumn("national_share", "What is said of England's people with one or more: Department of Health, Long Term Conditions Compendium of Information, 2012. Its list of conditions is not the run's.", Unit.Share),
                (_, grid, row) => grid.Get<object>(row, "conditions_from") is 1 or 1L ? new ValueCell(_national[grid.Get<string>(row, "measure")!]) : NotApplicableCell.Instance),
        ])
    { Guards = [new StepsGuard("users", "year", "measure") { Between = ["step_pence"] }, new NestedGuard("users", "left_users") { Left = ["left_pence"] }] };

    internal static ResultDefinition Persistence { get; } = new("persistence", "The costliest of one year, a year on", """
        select
            *, cast(top_share as varchar) as share_label, pence_before - pence_after as fall_pence,
            (pence_before - pence_after) / 100.0 / stayed - 1.96 * deviation / 100.0 / sqrt(stayed) as fall_lower,
            (pence_before - pence_after) / 100.0 / stayed + 1.96 * deviation / 100.0 / sqrt(stayed) as fall_upper
        from measure_persistence order by year, top_share
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("next_year", "The year after."),
            ColumnRule.Label("share_label", "").Called("top_share", "The costliest part of everybody in the first year, of one; 1 is everybody."),
            ColumnRule.Count("people", "How many they are."), ColumnRule.CountOf("died", "people", "Those of them who died in the first year."),
            ColumnRule.CountOf("stayed", "people", "Those of them who are registered in the year after."),
            ColumnRule.Share("share_still_top", ("still_top", "stayed"), "Part of those who are among as large a costliest part of everybody in the year after; the part itself, if it were chance."),
            ColumnRule.Mean("mean_before", ("pence_before", "stayed"), "What those who stayed cost a person in the first year."),
            ColumnRule.Mean("mean_after", ("pence_after", "stayed"), "What they cost in the year after, when nothing was done to them for having been chosen."),
            ColumnRule.Mean("fall", ("fall_pence", "stayed"), "How far it fell: to be expected of any people chosen like this, with no programme at all.", of: "pence_before").Guarded("pence_after"),
            ColumnRule.Of("fall_lower", "stayed", Unit.PoundsEach, "Lower end of the 95% interval of that, from how far the same people's changes differ (normal: the mean of few people is less sure than it says).").Guarded("pence_before").Guarded("pence_after"),
            ColumnRule.Of("fall_upper", "stayed", Unit.PoundsEach, "Upper end of it.").Guarded("pence_before").Guarded("pence_after"),
        ])
    {
        NeedsRowsOf = "measure_persistence",
        Guards = [new StepsGuard("people", "year"), new StepsGuard("stayed", "year") { Between = ["step_before", "step_after"] }],
    };

    internal static ResultDefinition Transitions { get; } = new("cost_transitions", "Where people stand by cost in one year and in the next", $"""
        select *, {Band("band_before")} as before, {Band("band_after")} as after
        from measure_transition order by year, band_before, band_after
        """,
        [
            ResultCatalogue.Year, ColumnRule.Label("next_year", "The year after."), ColumnRule.Label("before", "Where they stood by cost in the first year, or that they were not registered."),
            ColumnRule.Label("after", "Where they stand in the year after, or that they had died or left."), ColumnRule.Count("people", "People."),
            ColumnRule.Mean("mean_before", ("pence_before", "people"), "What they cost a person in the first year."), ColumnRule.Mean("mean_after", ("pence_after", "people"), "What they cost in the year after."),
        ])
    {
        NeedsRowsOf = "measure_transition",
        Money = ["pence_before", "pence_after"],
        Guards = [new PartsGuard("people", "year", "before"), new PartsGuard("people", "year", "after"), new PartsGuard("people", "year")],
    };

    internal static ResultDefinition RiskPool { get; } = new("risk_pool", "How likely a budget is overspent by chance alone", "select *, greatest(people // 100, 1) as hundredth_people from measure_risk_pool order by year, group_size",
        [
            ResultCatalogue.Year, ColumnRule.Rows("group_size", "People of a group drawn from everybody."),
            ColumnRule.Of("over_5", "people", Unit.Share, "How likely they cost 5% more than is expected; normal, which is too kind to fewer than 5,000 people."), ColumnRule.Of("over_10", "people", Unit.Share, "The same for 10%."),
            ColumnRule.Of("capped_over_5", "hundredth_people", Unit.Share, "How likely 5% is overspent where nobody costs the budget more than everybody's 99th percentile.").Guarded("above_pence"), ColumnRule.Of("capped_over_10", "hundredth_people", Unit.Share, "The same for 10%.").Guarded("above_pence"),
            ColumnRule.Of("needed_5", "people", Unit.Rank, "People whose mean stays within 5% of what is expected, 19 years in 20."), ColumnRule.Of("needed_10", "people", Unit.Rank, "The same for 10%."),
            ColumnRule.Of("capped_needed_5", "hundredth_people", Unit.Rank, "The first with that cap.").Guarded("above_pence"), ColumnRule.Of("capped_needed_10", "hundredth_people", Unit.Rank, "The second with that cap.").Guarded("above_pence"),
        ])
    { Money = ["pence"] };
}
