using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Everything measured of a cohort, in one row, with the cost of each setting that Model declares and how many people had some.</summary>
public static class MeasureCohort
{
    public static SqlScript Script { get; } = SqlScript.Derived("measure_cohort", $"""
        select
            total.*,
            interval.* exclude (scheme, cohort, year),
            spread.* exclude (scheme, cohort, year),
            risk.* exclude (scheme, cohort, year),
            rank() over (partition by total.scheme, total.year order by total.contacts / total.people desc) as activity_rank,
            {string.Join(",\n    ", Setting.All.Select(setting => $"setting.cost_{setting.Name}, setting.cost_{setting.Name}_largest, setting.cost_{setting.Name}_second, setting.users_{setting.Name}"))},
            setting.concentration,
            setting.concentration_by_cost
        from cohort_total as total
        join cohort_interval as interval using (scheme, cohort, year)
        join cohort_spread as spread using (scheme, cohort, year)
        join cohort_risk as risk using (scheme, cohort, year)
        join cohort_setting_total as setting using (scheme, cohort, year)
        order by total.scheme, total.year, total.position
        """, ["scheme", "cohort", "year"]);
}
