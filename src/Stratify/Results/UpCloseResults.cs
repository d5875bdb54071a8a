namespace Stratify.Results;

/// <summary>The published tables of the cohorts that are looked at up close: who they are, and who gives their care.</summary>
internal static class UpCloseResults
{
    internal static IReadOnlyList<ResultDefinition> All => [Traits, Conditions, Providers, .. ExemplarResults.All];

    internal static IReadOnlyList<ColumnRule> Names { get; } =
        [ColumnRule.Label("scheme", "Name of the scheme."), ColumnRule.Label("cohort", "Name of the cohort."), ColumnRule.Label("title", "What the cohort is called."), ResultCatalogue.Year];

    /// <summary>A cohort that the table of cohorts hides is hidden here.</summary>
    internal static (string Table, string Column, IReadOnlyList<string> Labels) Cohort { get; } = ("cohorts", "people", ["scheme", "cohort", "year"]);

    /// <summary>Everybody has one trait of each kind. Of everybody with a trait the cohort's are a part, and few may be left.</summary>
    private static ResultDefinition Traits { get; } = new("up_close_profile", "Who the cohorts are that are looked at up close, by age, sex and number of conditions", TraitsOf("<>"),
        [.. Names, CohortResults.Kind, ColumnRule.Label("profile", "age: in years at the start of the year; sex, as the register has it; or conditions: how many of the long-term conditions."), ColumnRule.Label("place", "The band or group."), .. Figures])
    {
        Under = Cohort,
        Guards = [new PartsGuard("people", "scheme", "cohort", "year", "profile"), new PartsGuard("people", "scheme", "year", "profile", "place") { Unless = ("kind", "sets") }, new NestedGuard("people", "outside"), new NestedGuard("people", "least_left")],
    };

    /// <summary>Somebody may have several. Of a condition, those of the cohort who lack it are told by subtraction.</summary>
    private static ResultDefinition Conditions { get; } = new("up_close_conditions", "Which long-term conditions the cohorts have that are looked at up close", TraitsOf("="),
        [.. Names, CohortResults.Kind, ColumnRule.Label("condition", "The condition."), .. Figures])
    {
        Under = Cohort,
        Guards = [new NestedGuard("people", "outside"), new NestedGuard("people", "without"), new NestedGuard("people", "least_left"), new PartsGuard("people", "scheme", "year", "condition") { Unless = ("kind", "sets") }],
    };

    private static IReadOnlyList<ColumnRule> Figures =>
    [
        ColumnRule.Count("people", "People of the cohort who are of it."), ColumnRule.Share("share_of_cohort", ("people", "cohort_people"), "They as a part of the cohort."),
        ColumnRule.Share("share_of_everyone", ("of_everyone", "everyone"), "Everybody of it as a part of everybody.").HiddenWith("people"),
    ];

    private static string TraitsOf(string comparison) => $"""
        select trait.*, trait.place as condition, chosen.title, chosen.people as cohort_people, nullif(chosen.people - trait.people, 0) as without, everyone.people as everyone, scheme.scheme_kind as kind, nested.least_left
        from up_close_trait as trait
        join up_close as chosen using (scheme, cohort, year)
        join scheme using (scheme)
        join measure_population as everyone using (year)
        left join cohort_nested as nested using (scheme, cohort, year)
        where trait.profile {comparison} 'condition'
        order by chosen.number, scheme.position, trait.cohort, trait.year, case trait.profile when 'age' then 1 when 'sex' then 2 when 'conditions' then 3 else 4 end, trait.number, trait.place
        """;

    /// <summary>
    /// Providers are parts of what the cohort cost in a setting, which the table of cohorts' settings tells: where that is hidden, so are they.
    /// Somebody may have care of several.
    /// </summary>
    private static ResultDefinition Providers { get; } = new("cohort_providers", "Who gives the care of the cohorts that are looked at up close", $"""
        select measure.*, chosen.title, nested.least_left
        from measure_cohort_provider as measure
        join up_close as chosen using (scheme, cohort, year)
        join scheme using (scheme)
        left join cohort_nested as nested using (scheme, cohort, year)
        order by chosen.number, scheme.position, measure.cohort, measure.year, {ResultCatalogue.Order("measure.setting")}, measure.provider = '', measure.provider
        """,
        [
            .. Names, ColumnRule.Label("setting", "Setting of care."),
            ColumnRule.Label("provider", "Code of the organisation that gave the care, or that arranged it where councils and health payers buy it; empty where the extract does not say."),
            ColumnRule.Count("people", "People of the cohort who had care of it in the setting; somebody may have care of several."),
            ColumnRule.CountOf("contacts", "people", "Contacts, attendances, spells, items or services."),
            ColumnRule.Total("cost", ("pence", "people"), "What it cost."),
        ])
    {
        Money = ["pence"],
        Under = ("cohort_settings", "mean_cost", ["scheme", "cohort", "year", "setting"]),
        Guards = [new PartsGuard("people", "scheme", "cohort", "year", "setting") { Overlap = true }, new NestedGuard("people", "least_left")],
    };
}
