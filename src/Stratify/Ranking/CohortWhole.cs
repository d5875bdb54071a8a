using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// Each cohort's measures beside its scheme, everybody's, and what is left of everybody and of larger cohorts without it: put together once,
/// as most of what is published of cohorts is read from here.
/// </summary>
internal static class CohortWhole
{
    internal static SqlScript Script { get; } = SqlScript.Derived("cohort_whole", $"""
        select
            measure.*,
            cast(round(measure.settings_used * measure.people) as bigint) as settings_of_all,
            everyone.people as everyone,
            everyone.cost_pence as everyone_pence,
            scheme.position as scheme_position,
            scheme.title as scheme_title,
            scheme.scheme_kind as kind,
            nested.* exclude (scheme, cohort, year),
            outside.* exclude (scheme, cohort, year),
            greatest(measure.people // 10, 1) as tenth_people,
            greatest(measure.people // 100, 1) as hundredth_people,
            {string.Join(",\n            ", Setting.All.Select(setting => $"all_settings.users_{setting.Name} - measure.users_{setting.Name} as outside_{setting.Name}"))},
            case when scheme.uses_activity then 'yes' else 'no' end as uses_activity
        from measure_cohort as measure
        join scheme using (scheme)
        join measure_population as everyone using (year)
        join population_setting_total as all_settings using (year)
        left join cohort_nested as nested using (scheme, cohort, year)
        left join cohort_outside as outside using (scheme, cohort, year)
        """, ["scheme", "cohort", "year"]);
}
