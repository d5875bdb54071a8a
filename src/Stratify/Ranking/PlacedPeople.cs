using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// Everyone of a year with their cohorts and what cohorts are measured by, laid beside each other once: of some two hundred columns of a person-year
/// those few, with what was found of each person beside them. What is measured of cohorts is gathered from here by a number alone.
/// </summary>
internal static class PlacedPeople
{
    /// <summary>Makes <c>placed_person</c>: <c>cohorts</c> are numbers of <c>cohort_key</c>, the others columns of <c>person_year</c> and all of <c>person_standing</c>.</summary>
    internal static SqlScript Laid { get; } = SqlScript.Derived("placed_person", $"""
        select
            person.person_key,
            person.year,
            placed.cohorts,
            {string.Join(",\n    ", Columns.Select(column => $"person.{column}"))},
            standing.* exclude (person_key, year)
        from person_year as person
        join person_cohort as placed using (person_key, year)
        join person_standing as standing using (person_key, year)
        """, ["person_key", "year"]);

    /// <summary>Makes <c>cohort_person</c>: a row for each cohort and person of it, with the cohort's number.</summary>
    internal static SqlScript OfCohorts { get; } = SqlScript.Derived("cohort_person", "select unnest(cohorts) as number, * exclude (cohorts) from placed_person", ["number", "person_key", "year"]);

    private static IEnumerable<string> Columns =>
        new[]
        {
            "age", "sex", "deprivation_decile", "ethnic_group", "days_registered", "died", "cost", "settings_used", "setting_entropy", "in_scope_cost",
            "gp_appointments", "admissions", "emergency_admissions", "outpatient_attendances", "ae_attendances", "community_contacts", "mental_health_contacts",
            "acsc_admissions", "readmissions", "bed_days", "emergency_bed_days", "delayed_days",
        }
        .Concat(Setting.All.Select(setting => $"cost_{setting.Name}"))
        .Concat(Setting.All.Select(setting => setting.Activity?.Field).OfType<string>())
        .Concat(PlaceMeasures.Events.Select(measure => measure.Name))
        .Distinct();
}
