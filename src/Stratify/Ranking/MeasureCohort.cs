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
            rank() over (partition by total.scheme, total.year order by total.contacts / total.people desc) as activity_rank,
            {string.Join(",\n    ", Setting.All.Select(setting => $"setting.cost_{setting.Name}, setting.users_{setting.Name}"))}
        from cohort_total as total
        join cohort_interval as interval using (scheme, cohort, year)
        join (
            select
                scheme,
                cohort,
                year,
                {string.Join(",\n        ", Setting.All.Select(setting => $"cast(sum(cost_{setting.Name}) as bigint) as cost_{setting.Name}, count(*) filter (cost_{setting.Name} > 0) as users_{setting.Name}"))}
            from cohort_member
            join person_year using (person_key, year)
            group by scheme, cohort, year
        ) as setting using (scheme, cohort, year)
        order by total.scheme, total.year, total.position
        """, ["scheme", "cohort", "year"]);
}
