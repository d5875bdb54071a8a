using Stratify.Model;

namespace Stratify.Results;

/// <summary>The published tables about cohorts in which one has several rows, or several figures are weighed.</summary>
internal static class CohortDetailResults
{
    private static IReadOnlyList<ColumnRule> Names { get; } =
        [ColumnRule.Label("scheme", "Name of the scheme."), CohortResults.Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year];

    internal static ResultDefinition Priorities { get; } = new("priorities", "Which cohorts to look at first, and what that rests on", $"""
        select measure.*, priority.* exclude (scheme, cohort, year)
        from cohort_whole as measure
        join cohort_priority as priority using (scheme, cohort, year)
        order by scheme_position, measure.year, priority.priority, measure.position
        """,
        [
            .. Names, ColumnRule.Count("people", "People in the cohort."),
            ColumnRule.Label("weights", "How much the place by each component counts: as the job says; what nobody has a value of is left out."),
            ColumnRule.Of("priority", "people", Unit.Rank, "Place within the scheme by the weighted sum of places by each component, 1 the first."),
            ColumnRule.Of("priority_lower", "people", Unit.Rank, "Lower end of the 90% bootstrap interval of that place."), ColumnRule.Of("priority_upper", "people", Unit.Rank, "Upper end of it."),
            ColumnRule.Of("priority_top_10", "people", Unit.Share, "Part of the bootstrap samples in which the cohort is among the first ten."),
            ColumnRule.Of("weights_lower", "people", Unit.Rank, "Lower end of the places that nine tenths of all possible weights give."), ColumnRule.Of("weights_upper", "people", Unit.Rank, "Upper end of them."),
            ColumnRule.Of("weights_top_10", "people", Unit.Share, "Part of all possible weights by which the cohort is among the first ten."),
            ColumnRule.Of("priority_of_large", "people", Unit.Rank, "Place when cohorts of fewer than 100 people are left out; none where this is one."),
            ColumnRule.Of("front", "people", Unit.Rank, "Pareto front: 1 where no cohort is at least as well placed in every component and better in one; 2 where none is when those are taken away; and so on."),
            ColumnRule.Total("excess_cost", ("excess_pence", "people"), "Cost of the cohort beyond what is expected of its people.", of: "pence"),
            ColumnRule.PerPerson("settings_used", ("settings_of_all", "people"), "Settings that a person used, on average."),
            ColumnRule.Of("stability", "people", Unit.Number, "Standard error of the mean cost over the mean."),
            ColumnRule.Share("persistence", ("same_tenth", "before_people"), "Part of the people who are in the same tenth of everybody's cost as in the year before."),
            .. RankComponents.All.Select(component => ColumnRule.Of($"place_{component.Name}", "people", Unit.Rank, $"Place by: {component.Title.ToLowerInvariant()}{(component.IsLeastFirst ? ", the least first" : "")}; none where nobody has a value.")),
        ])
    { Money = ["pence"], Guards = CohortResults.Guards, Above = [CohortResults.OfCohorts] };

    /// <summary>A cell is hidden here where the same is in the table of cohorts: the two tell the same means.</summary>
    internal static ResultDefinition Settings { get; } = new("cohort_settings", "What each cohort used and cost in each setting, and everybody else", $"""
        select
            each.*, cohort.title, cohort.kind, cohort.least_left,
            {OfSetting("outside_", "outside")},
            {OfSetting("outside_cost_", "outside_pence")},
            {OfSetting("outside_cost_", "outside_pence", "_largest")},
            {OfSetting("outside_cost_", "outside_pence", "_second")},
            least(each.people, each.others) as least_compared,
            (each.difference - 1.959964 * each.error) / 100 as difference_lower,
            (each.difference + 1.959964 * each.error) / 100 as difference_upper
        from measure_cohort_setting as each
        join cohort_whole as cohort using (scheme, cohort, year)
        order by cohort.scheme_position, each.year, cohort.position, each.setting_position
        """,
        [
            .. Names, ColumnRule.Label("setting", "Setting of care."), ColumnRule.Count("people", "People in the cohort."), .. new[]
            {
                ColumnRule.Count("users", "Those of them with cost in the setting."),
                ColumnRule.CountOf("contacts", "users", $"What was done for them there: {string.Join(", ", Setting.All.Where(setting => setting.Activity is not null).Select(setting => $"{setting.Name} {setting.Activity!.Value.Unit}"))}."),
                ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person of the cohort, users or not."), ColumnRule.Mean("mean_cost_per_user", ("pence", "users"), "Cost a user."),
                ColumnRule.Mean("others_mean_cost", ("others_pence", "others"), "Cost a person of everybody who is not in the cohort.", of: "outside_pence"),
                ColumnRule.Of("difference_lower", "least_compared", Unit.PoundsEach, "Lower end of the 95% interval of the first less the last, by the variance of either (Welch).").Guarded("pence", "outside_pence"),
                ColumnRule.Of("difference_upper", "least_compared", Unit.PoundsEach, "Upper end of it.").Guarded("pence", "outside_pence"),
            }.Select(rule => rule.HiddenWith("people")),
        ])
    {
        Guards = [new PartsGuard("people", "scheme", "year", "setting") { Unless = ("kind", "sets") }, new NestedGuard("people", "least_left")],
        Above = [CohortResults.OfCohorts, new Above(SettingResults.Settings, "year", "setting")],
        Users = new CellGuard([("mean_cost", "users", "pence")], ["scheme", "year", "cohort"], ["scheme", "year", "setting"])
        {
            NoWhole = ("kind", "sets"),
            Outside = new Dictionary<string, (string, string)> { ["mean_cost"] = ("outside", "outside_pence") },
            Follows = [.. new[] { "users", "contacts", "mean_cost_per_user", "others_mean_cost", "difference_lower", "difference_upper" }.Select(column => (column, "mean_cost"))],
        },
    };

    private static string OfSetting(string column, string name, string part = "") =>
        $"case each.setting {string.Join(' ', Setting.All.Select(setting => $"when '{setting.Name}' then cohort.{column}{setting.Name}{part}"))} end as {name}{part}";

    internal static ResultDefinition Overlap { get; } = new("cohort_overlap", "Cohorts of a scheme that share people", """
        select overlap.*, one.title, two.title as other_title
        from cohort_overlap as overlap
        join cohort as one using (scheme, cohort)
        join cohort as two on two.scheme = overlap.scheme and two.cohort = overlap.other
        join scheme on scheme.scheme = overlap.scheme
        order by scheme.position, overlap.year, overlap.position, overlap.other_position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), ColumnRule.Label("cohort", "Name of one cohort."), ColumnRule.Label("title", "What it is called."), ColumnRule.Label("other", "Name of the other."), ColumnRule.Label("other_title", "What that is called."), ResultCatalogue.Year,
            ColumnRule.Count("both", "People who are in both."),
            ColumnRule.Share("share_of_cohort", ("both", "people"), "They as a part of the one."), ColumnRule.Share("share_of_other", ("both", "other_people"), "They as a part of the other."),
            new(new ResultColumn("jaccard", "They as a part of all who are in either (Jaccard), of published counts.", Unit.Share), (door, grid, row) => Jaccard(door, grid.Get<long>(row, "both"), grid.Get<long>(row, "people"), grid.Get<long>(row, "other_people"))),
            ColumnRule.Total("cost", ("pence", "both"), "What they cost: in the total of either cohort, and once if both are chosen."),
        ])
    {
        NeedsRowsOf = "cohort_overlap",
        Money = ["pence"],
        Guards = [new NestedGuard("both", "both"), new NestedGuard("both", "least_apart") { Left = ["one_pence", "other_pence"] }],
    };

    private static Cell Jaccard(Disclosure door, long both, long people, long others)
    {
        var (shared, one, two) = (door.Count(both), door.Count(people), door.Count(others));
        if (shared.IsHidden || one.IsHidden || two.IsHidden) { return HiddenCell.Instance; }
        return door.Derived(both, (shared.Number ?? 0) / Math.Max(1, (one.Number ?? 0) + (two.Number ?? 0) - (shared.Number ?? 0)), 3);
    }
}
