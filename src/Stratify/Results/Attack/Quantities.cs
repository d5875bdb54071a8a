namespace Stratify.Results.Attack;

/// <summary>What the published tables tell of which groups, and what adds up to what, over all of them: everything that an attacker has to work with.</summary>
public static class Quantities
{
    private static readonly (string, string) Year = ("year", "year"), Scheme = ("scheme", "scheme"), Cohort = ("cohort", "cohort"), Conditions = ("conditions_band", "conditions"), Age = ("age_band", "age"), Setting = ("setting", "setting"), Measure = ("measure", "measure"), Metric = ("metric", "metric");

    public static IReadOnlyList<Quantity> All { get; } = [.. OfEverybody(), .. OfGroups(), .. OfCohorts(), .. OfBudgets()];

    private static IEnumerable<Quantity> OfEverybody() =>
    [
        new("population", "people", Year),
        new("population", "died", Year) { Of = "deaths", With = ["died"] },
        new("population_change", "died", Year) { Of = "deaths", With = ["died"] },
        Pounds(new("population", "cost", Year)),
        new("cost_by_setting", "users", Year, Setting) { Of = "users" },
        Pounds(new("cost_by_setting", "cost", Year, Setting) { AddsUpOver = [["setting"]] }, "users"),
        Pounds(new("payer_by_setting", "cost", Year, Setting, ("payer", "payer")) { AddsUpOver = [["payer"], ["payer", "setting"]] }),
        new("setting_combinations", "people", Year, ("settings", "combination")) { AddsUpOver = [["combination"]] },
        Pounds(new("setting_combinations", "cost", Year, ("settings", "combination")) { AddsUpOver = [["combination"]] }),
    ];

    private static IEnumerable<Quantity> OfGroups() =>
    [
        new("cost_by_conditions", "people", Year, Conditions) { AddsUpOver = [["conditions"]] },
        Pounds(new("cost_by_conditions", "mean_cost", Year, Conditions, Setting) { IsMean = true, With = ["mean_cost"], AddsUpOver = [["setting"], ["conditions"]] }),
        Pounds(new("cost_by_conditions", "mean_cost_all", Year, Conditions) { IsMean = true, AddsUpOver = [["conditions"]] }),
        new("cost_by_age_and_conditions", "people", Year, Age, Conditions) { AddsUpOver = [["age"], ["age", "conditions"]] },
        Pounds(new("cost_by_age_and_conditions", "cost", Year, Age, Conditions) { AddsUpOver = [["age"], ["age", "conditions"]] }),
        new("equity", "people", Year, ("kind", "kind"), ("group", "group")) { AddsUpOver = [["kind", "group"]] },
        Pounds(new("equity", "cost", Year, ("kind", "kind"), ("group", "group")) { AddsUpOver = [["kind", "group"]], Only = ("measure", "cost") }),
        Events(new("equity", "events", Year, ("kind", "kind"), ("group", "group"), Measure) { AddsUpOver = [["kind", "group"]] }),
        .. Places("practices", "practice"),
        .. Places("neighbourhoods", "neighbourhood"),
        new("cost_by_condition_and_others", "people", Year, ("condition", "condition"), ("others", "others")) { AddsUpOver = [["others"]] },
        Pounds(new("cost_by_condition_and_others", "mean_cost", Year, ("condition", "condition"), ("others", "others")) { IsMean = true, AddsUpOver = [["others"]] }),
        Events(new("activity_by_month", "events", Year, Measure, ("month", "month")) { AddsUpOver = [["month"]] }),
        new("metrics", "people", Year, Metric) { Of = "people of a measure" },
        new("metrics_by_neighbourhood", "people", Year, Metric, ("place", "neighbourhood")) { Of = "people of a measure", AddsUpOver = [["neighbourhood"]] },
        Events(new("metrics", "numerator", Year, Metric)),
        Events(new("metrics_by_neighbourhood", "numerator", Year, Metric, ("place", "neighbourhood")) { AddsUpOver = [["neighbourhood"]] }),
        Events(new("metrics_by_month", "numerator", Year, Metric, ("month", "month")) { AddsUpOver = [["month"]] }),
        new("opportunity", "net_cost", Year, ("lever", "lever"), ("rule", "rule")) { Of = "pounds in scope", People = "people", AddsUpOver = [["rule"]], With = ["net_admissions", "net_cost", "convertible_low", "convertible_high"] },
    ];

    private static IEnumerable<Quantity> Places(string table, string label) =>
    [
        new(table, "people", Year, ("place", label)) { AddsUpOver = [[label]] },
        Pounds(new(table, "cost", Year, ("place", label)) { AddsUpOver = [[label]], Only = ("measure", "cost") }),
        Events(new(table, "events", Year, ("place", label), Measure) { AddsUpOver = [[label]] }),
    ];

    private static IEnumerable<Quantity> OfCohorts() =>
    [
        .. new[] { "cohorts", "priorities", "cohort_settings", "cohort_rates", "required_reduction" }.Select(table => new Quantity(table, "people", Year, Scheme, Cohort) { AddsUpOver = [["scheme", "cohort"]] }),
        Pounds(new("cohorts", "total_cost", Year, Scheme, Cohort) { AddsUpOver = [["scheme", "cohort"]] }),
        new("cohorts", "died", Year, Scheme, Cohort) { Of = "deaths", AddsUpOver = [["scheme", "cohort"]], With = ["died", "share_of_cost_died"] },
        .. Model.Setting.All.Select(setting => Pounds(new("cohorts", $"mean_cost_{setting.Name}", Year, Scheme, Cohort)
        {
            IsMean = true, Says = [("setting", setting.Name)], AddsUpOver = [["scheme", "cohort"]], With = [$"mean_cost_{setting.Name}"],
        })),
        Pounds(new("cohort_settings", "mean_cost", Year, Scheme, Cohort, Setting) { IsMean = true, AddsUpOver = [["setting"], ["scheme", "cohort"]], With = ["users", "contacts", "mean_cost", "mean_cost_per_user", "others_mean_cost", "difference_lower", "difference_upper"] }),
        new("cohort_settings", "users", Year, Scheme, Cohort, Setting) { Of = "users", AddsUpOver = [["scheme", "cohort"]], With = ["users", "contacts", "mean_cost", "mean_cost_per_user", "others_mean_cost", "difference_lower", "difference_upper"] },
        Events(new("cohort_rates", "events", Year, Scheme, Cohort, Measure) { AddsUpOver = [["scheme", "cohort"]] }),
        Pounds(new("cohort_rates", "cost", Year, Scheme, Cohort) { AddsUpOver = [["scheme", "cohort"]], Only = ("measure", "cost") }),
        new("cohort_coordination", "people", Year, Scheme, Cohort) { AddsUpOver = [["scheme", "cohort"]] },
        new("cohort_coordination", "with_any", Year, Scheme, Cohort, Metric) { Of = "people of a measure", AddsUpOver = [["scheme", "cohort"]] },
        Events(new("cohort_coordination", "numerator", Year, Scheme, Cohort, Metric) { AddsUpOver = [["scheme", "cohort"]] }),
        new("cohort_profile", "people", Year, Scheme, Cohort, ("profile", "kind"), ("place", "group")) { AddsUpOver = [["kind", "group"], ["scheme", "cohort"]] },
        new("up_close_profile", "people", Year, Scheme, Cohort, ("profile", "kind"), ("place", "group")) { AddsUpOver = [["kind", "group"]] },
        new("up_close_conditions", "people", Year, Scheme, Cohort, ("condition", "condition")),
        Pounds(new("cohort_providers", "cost", Year, Scheme, Cohort, Setting, ("provider", "provider")) { AddsUpOver = [["provider"]] }),
        new("cohort_opportunity", "people", Year, Scheme, Cohort, ("lever", "lever")) { Of = "people in scope", AddsUpOver = [["scheme", "cohort"]] },
        new("cohort_opportunity", "cost", Year, Scheme, Cohort, ("lever", "lever")) { Of = "pounds in scope", People = "people", AddsUpOver = [["scheme", "cohort"]] },
    ];

    /// <summary>Nobody is in two cohorts of a budget, and a line is in the pool or out of it whole.</summary>
    private static IEnumerable<Quantity> OfBudgets()
    {
        (string, string) payer = ("payer", "payer"), pool = ("pool", "pool");
        return
        [
            new("budget_risk", "people"), Pounds(new("budget_risk", "cost")),
            new("budget", "people", Cohort) { AddsUpOver = [["cohort"]] }, Pounds(new("budget", "cost", Cohort) { AddsUpOver = [["cohort"]] }),
            new("budget", "died", Cohort) { Of = "deaths", With = ["died"] },
            Pounds(new("budget_lines", "cost", Cohort, Setting, payer, pool) { AddsUpOver = [["cohort"], ["setting", "payer", "pool"]] }),
            new("budget_lines", "people", Cohort, Setting, payer, pool) { Of = "users", AddsUpOver = [["cohort"]] },
            Pounds(new("budget_settings", "cost", Setting, payer, pool) { AddsUpOver = [["setting"], ["setting", "payer", "pool"]] }),
            new("budget_settings", "people", Setting, payer, pool) { Of = "users" },
            Pounds(new("budget_payers", "cost", payer, pool) { AddsUpOver = [["payer", "pool"]] }),
            Pounds(new("budget_providers", "cost", Cohort, Setting, ("provider", "provider")) { AddsUpOver = [["setting", "provider"]] }),
        ];
    }

    private static Quantity Events(Quantity quantity) => quantity with { Of = "events" };

    private static Quantity Pounds(Quantity quantity, string people = "people") => quantity with { Of = "pounds", People = people };
}
