using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// What each cohort used and cost in each setting, and everybody else: Symphony's third table, over those who used something and over the
/// whole cohort. Sums of squares are exact and end as a double, for the error of a difference.
/// </summary>
internal static class CohortSettings
{
    private const string Settings = "population_setting_total", Wide = "cohort_setting_total", Long = "measure_cohort_setting";

    /// <summary>Of everybody, in one row a year.</summary>
    internal static SqlScript Everybody { get; } = SqlScript.Derived(Settings, $"""
        select year, count(*) as people,
            {Lines(Totals)}
        from person_year as person
        group by year
        """, ["year"]);

    /// <summary>Of each cohort, in one row a year.</summary>
    internal static SqlScript Totalled { get; } = SqlScript.Derived(Wide, $"""
        select known.scheme, known.cohort, known.year, had.* exclude (number)
        from (
            select person.number, count(*) as people,
            {Lines(Totals)},
            {Spread} as concentration,
            {SpreadByCost} as concentration_by_cost
            from cohort_person as person
            group by person.number
        ) as had
        join cohort_key as known using (number)
        """, ["scheme", "cohort", "year"]);

    /// <summary>A row for each cohort and setting.</summary>
    internal static SqlScript Each { get; } = SqlScript.Derived(Long, $"""
        {string.Join("\nunion all\n", Setting.All.Select((setting, i) => $"""
            select
                cohort.scheme,
                cohort.cohort,
                cohort.year,
                '{setting.Name}' as setting,
                {i + 1} as setting_position,
                cohort.people,
                cohort.users_{setting.Name} as users,
                cohort.contacts_{setting.Name} as contacts,
                cohort.cost_{setting.Name} as pence,
                cohort.cost_{setting.Name}_largest as pence_largest,
                cohort.cost_{setting.Name}_second as pence_second,
                everyone.people - cohort.people as others,
                everyone.cost_{setting.Name} - cohort.cost_{setting.Name} as others_pence,
                {Mean("cohort", setting)} - {Others(setting)} as difference,
                sqrt({Variance("cohort.people", $"cohort.cost_{setting.Name}", $"cohort.squares_{setting.Name}")} / cohort.people
                    + {Variance("(everyone.people - cohort.people)", $"(everyone.cost_{setting.Name} - cohort.cost_{setting.Name})", $"(everyone.squares_{setting.Name} - cohort.squares_{setting.Name})")} / nullif(everyone.people - cohort.people, 0)) as error
            from {Wide} as cohort
            join {Settings} as everyone using (year)
            """))}
        """, ["scheme", "cohort", "year", "setting"]);

    private static IEnumerable<string> Totals => Setting.All.SelectMany(setting => new[]
    {
        Largest.Sum($"person.cost_{setting.Name}", $"cost_{setting.Name}"),
        $"count(*) filter (person.cost_{setting.Name} > 0) as users_{setting.Name}",
        setting.Activity is { } activity ? $"cast(round(sum(person.{activity.Field})) as bigint) as contacts_{setting.Name}" : $"cast(null as bigint) as contacts_{setting.Name}",
        $"cast(sum(person.cost_{setting.Name}::hugeint * person.cost_{setting.Name}) as double) as squares_{setting.Name}",
    });

    private const string Spread = "cast(sum(person.concentration) as double) / nullif(count(person.concentration), 0)";

    private const string SpreadByCost = "cast(sum(person.concentration * greatest(person.cost, 0)) as double) / nullif(sum(greatest(person.cost, 0)) filter (person.concentration is not null), 0)::double";

    private static string Mean(string of, Setting setting) => $"{of}.cost_{setting.Name} / {of}.people";

    private static string Others(Setting setting) => $"(everyone.cost_{setting.Name} - cohort.cost_{setting.Name}) / nullif(everyone.people - cohort.people, 0)";

    /// <summary>Of one person's cost, with n − 1 below.</summary>
    private static string Variance(string people, string sum, string squares) => $"greatest({squares} - {sum}::double * {sum} / nullif({people}, 0), 0) / nullif({people} - 1, 0)";

    private static string Lines(IEnumerable<string> columns) => string.Join(",\n            ", columns);
}
