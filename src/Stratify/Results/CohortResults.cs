using Stratify.Model;

namespace Stratify.Results;

/// <summary>The published tables about cohorts.</summary>
internal static class CohortResults
{
    internal static ColumnRule Kind { get; } = ColumnRule.Label("kind", "partition: everyone is in exactly one cohort of the scheme, so they add up; sets: people are in several or in none, so nothing of them adds up.");

    /// <summary>Parts of a partition, whose whole is published, and sets inside a larger one that is.</summary>
    internal static IReadOnlyList<RowGuard> Guards { get; } = [new PartsGuard("people", "scheme", "year") { Unless = ("kind", "sets") }, new NestedGuard("people", "least_left") { Left = ["left_pence", "left_both"] }];

    /// <summary>In SQL, the columns by which <see cref="Guards"/> look at sets inside larger groups.</summary>
    internal const string Left = "nested.* exclude (scheme, cohort, year)";

    /// <summary>How the cost is spread over people, and over the settings that each of them uses.</summary>
    private static IReadOnlyList<ColumnRule> Spread { get; } =
    [
        ColumnRule.Of("ninetieth_pounds", "tenth_people", Unit.PoundsEach, "Cost that nine tenths of the cohort stay below."),
        ColumnRule.Mean("capped_mean", ("capped_pence", "people"), "Cost a person, where nobody counts for more than the cohort's 99th percentile (winsorised). Hidden where too few people lie above it, or one of them by nearly all of what they have beyond it.", of: "above_pence").HiddenWith("hundredth_people"),
        ColumnRule.Of("variation", "people", Unit.Number, "Coefficient of variation: standard deviation of cost over its mean."),
        ColumnRule.Of("gini", "people", Unit.Share, "Gini coefficient of cost within the cohort."),
        ColumnRule.ShareOfPounds("share_of_costliest", ("costliest_pence", "costliest"), "pence", "Part of the cohort's cost that its costliest twentieth have.").Guarded("rest_pence"),
        ColumnRule.Share("share_in_top_5_percent", ("in_top_people", "people"), "Part of the cohort that is among the costliest twentieth of everybody."),
        ColumnRule.Of("entropy", "spread_people", Unit.Number, "How evenly a person's cost lies over settings (Shannon's entropy over that of equal shares), on average of those with cost: 0 all in one, 1 the same in each."),
        ColumnRule.Of("entropy_by_cost", "spread_people", Unit.Number, "The same where each person counts by their cost."),
        ColumnRule.Of("concentration", "spread_people", Unit.Number, "How a person's cost lies in few settings (Herfindahl and Hirschman's index), on average of those with cost: 1 all in one."),
        ColumnRule.Of("concentration_by_cost", "spread_people", Unit.Number, "The same where each person counts by their cost."),
    ];

    private static IReadOnlyList<ColumnRule> Use { get; } =
    [
        ColumnRule.CountOf("acsc_admissions", "people", "Emergency admissions for ambulatory care sensitive conditions, NHS Institute's list."),
        ColumnRule.CountOf("readmissions", "people", "Emergency admissions up to 29 days after the last discharge."),
        ColumnRule.CountOf("ae_attendances", "people", "Attendances at an emergency department."),
        ColumnRule.CountOf("bed_days", "people", "Nights in hospital."), ColumnRule.CountOf("emergency_bed_days", "people", "Nights of stays that began as emergencies."),
        ColumnRule.CountOf("delayed_days", "people", "Nights in hospital after the day on which the person was ready to leave."),
        ColumnRule.CountOf("died", "people", "People of the cohort who died in the year."),
        ColumnRule.ShareOfPounds("share_of_cost_died", ("died_pence", "died"), "pence", "Part of the cohort's cost that is of people who died in the year.").Guarded("alive_pence"),
    ];

    private static IReadOnlyList<ColumnRule> AsARiskPool { get; } =
    [
        ColumnRule.Of("stability", "people", Unit.Number, "Standard error of the mean cost over the mean: by so much it varies from year to year by chance alone."),
        ColumnRule.Of("over_5", "people", Unit.Share, "How likely chance alone makes the cohort cost 5% more than is expected; normal, which is too kind to fewer than 5,000 people."),
        ColumnRule.Of("over_10", "people", Unit.Share, "The same for 10%."),
        ColumnRule.Of("needed_5", "people", Unit.Rank, "People like these whose mean stays within 5% of what is expected, 19 years in 20."), ColumnRule.Of("needed_10", "people", Unit.Rank, "The same for 10%."),
        ColumnRule.Of("capped_over_5", "hundredth_people", Unit.Share, "How likely 5% is overspent where nobody costs the budget more than the cohort's 99th percentile.").Guarded("above_pence"),
        ColumnRule.Of("capped_needed_5", "hundredth_people", Unit.Rank, "People that it then takes for the mean to stay within 5%.").Guarded("above_pence"),
        ColumnRule.Share("persistence", ("same_tenth", "before_people"), "Part of the people, of those registered in the year before as well, who are in the same tenth of everybody's cost as then; none where that year is not loaded."),
    ];

    internal static ResultDefinition Cohorts { get; } = new("cohorts", "Cohorts, in the order of their scheme", $"select * from cohort_whole order by scheme_position, year, position",
        [
            ColumnRule.Label("scheme", "Name of the scheme."), ColumnRule.Label("scheme_title", "What the scheme is called."), Kind,
            ColumnRule.Label("uses_activity", "yes when the scheme is built on use or cost of care, and so does not explain it."),
            ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."),
            ResultCatalogue.Year, ColumnRule.Count("people", "People in the cohort."),
            ColumnRule.Years("person_years", "people", "Days registered over days of the year, to the nearest whole."),
            ColumnRule.Total("total_cost", ("pence", "people"), "Cost of all their care."), ColumnRule.Mean("mean_cost", ("pence", "people"), "Cost a person."),
            ColumnRule.Of("mean_lower", "people", Unit.PoundsEach, "Lower end of the 95% bootstrap interval of the mean."),
            ColumnRule.Of("mean_upper", "people", Unit.PoundsEach, "Upper end of the 95% bootstrap interval of the mean."),
            ColumnRule.Median("median_pounds", "people", "Cost that half of the cohort stays below."),
            ColumnRule.Share("share_of_people", ("people", "everyone"), "Part of the population."), ColumnRule.ShareOfCost("share_of_cost", ("pence", "people"), ("everyone_pence", "everyone"), "Part of all cost."),
            .. Setting.All.Select(setting => ColumnRule.Mean($"mean_cost_{setting.Name}", ($"cost_{setting.Name}", "people"), $"Cost a person of {setting.Title.ToLowerInvariant()}.")),
            ColumnRule.PerPerson("settings_used", ("settings_of_all", "people"), "Settings that a person used, on average."),
            ColumnRule.Share("share_three_or_more_settings", ("three_or_more_settings", "people"), "Part of the cohort that used three settings or more."),
            ColumnRule.Share("share_hospital_and_social_care", ("both_hospital_and_social_care", "people"), "Part of the cohort with both hospital and social care cost."),
            ColumnRule.CountOf("emergency_admissions", "people", "Emergency admissions of the cohort."),
            ColumnRule.Mean("expected_mean", ("expected_pence", "people"), "Cost a person that is expected from age, sex and deprivation alone, for the days registered: by a log-linear model of everybody else's.", of: "pence"),
            ColumnRule.Mean("excess_mean", ("excess_pence", "people"), "Cost a person beyond what is expected; below 0 where they cost less.", of: "pence"),
            ColumnRule.Of("excess_lower", "people", Unit.PoundsEach, "Lower end of the 95% interval of that; wider than need be where the cohort is most of its age and sex."), ColumnRule.Of("excess_upper", "people", Unit.PoundsEach, "Upper end of the 95% interval of that."),
            ColumnRule.Total("excess_cost", ("excess_pence", "people"), "Cost of the cohort beyond what is expected of its people.", of: "pence"),
            .. Spread, .. Use, .. AsARiskPool,
            ColumnRule.Of("rank", "people", Unit.Rank, "Rank by mean cost within the scheme, 1 the highest."),
            ColumnRule.Of("rank_lower", "people", Unit.Rank, "Lower end of the 90% interval of the rank."), ColumnRule.Of("rank_upper", "people", Unit.Rank, "Upper end of the 90% interval of the rank."),
            ColumnRule.Of("probability_top_10", "people", Unit.Share, "Part of the bootstrap samples in which the cohort is among the ten costliest."),
        ])
    {
        Money = ["pence"],
        Guards = Guards,
        Above = [new Above(SettingResults.Settings, "year") { Across = ("setting", [.. Setting.All.Select(setting => ($"mean_cost_{setting.Name}", setting.Name))]) }],
        Users = new CellGuard([.. Setting.All.Select(setting => ($"mean_cost_{setting.Name}", $"users_{setting.Name}", (string?)$"cost_{setting.Name}"))], ["scheme", "year", "cohort"], ["scheme", "year"])
        {
            NoWhole = ("kind", "sets"),
            Outside = Setting.All.ToDictionary(setting => $"mean_cost_{setting.Name}", setting => ($"outside_{setting.Name}", $"outside_cost_{setting.Name}")),
        },
    };

    /// <summary>Every other table about cohorts hides what <see cref="Cohorts"/> hides: they tell of the same people and pounds.</summary>
    internal static Above OfCohorts => new(Cohorts, "scheme", "cohort", "year");

    internal static ResultDefinition Rankings { get; } = new("rankings", "Cohorts by cost and by activity", $"""
        select *, corr(rank, activity_rank) over (partition by scheme, year) as concordance
        from cohort_whole
        order by scheme_position, year, rank, position
        """,
        [
            ColumnRule.Label("scheme", "Name of the scheme."), Kind, ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year,
            ColumnRule.Of("rank", "people", Unit.Rank, "Rank by mean cost, 1 the highest."), ColumnRule.Of("activity_rank", "people", Unit.Rank, "Rank by contacts a person, 1 the most."),
            ColumnRule.Of("concordance", "people", Unit.Number, "Spearman's correlation of the two ranks over the scheme; 1 when they agree throughout."),
        ])
    { Money = ["pence"], Guards = Guards, Above = [OfCohorts] };
}
