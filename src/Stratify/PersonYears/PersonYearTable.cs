using Stratify.Engine;
using Stratify.Model;

namespace Stratify.PersonYears;

/// <summary>The table that everything after it reads: one row a person and year, derived from the settings and conditions that Model declares.</summary>
public static class PersonYearTable
{
    /// <summary>People with no activity keep their row, with zeros: they are most of the population, and a cost per head is wrong without them.</summary>
    public static SqlScript Script { get; } = SqlScript.Derived("person_year", $"""
        select
            person.person_key,
            person.person_id,
            registered.year,
            person_age.age,
            case person.sex when '1' then 'male' when '2' then 'female' end as sex,
            registration.practice,
            registration.sub_icb,
            registration.neighbourhood,
            registration.area,
            registration.msoa,
            registration.local_authority,
            registration.deprivation_decile,
            person.ethnic_group,
            registered.days_registered,
            coalesce(person.died between period.date_from and period.date_to, false) as died,
            {Lines(Conditions.All.Select(condition => $"coalesce(condition.has_{condition.Name}, false) as has_{condition.Name}"))},
            coalesce(condition.conditions, 0) as conditions,
            {Lines(Setting.All.Select(setting => $"coalesce(cost.cost_{setting.Name}, 0) as cost_{setting.Name}"))},
            coalesce(cost.cost, 0) as cost,
            coalesce(cost.settings_used, 0) as settings_used,
            {Lines(Activities.Select(name => $"coalesce(activity.{name}, 0) as {name}"))},
            case when prescribing.loaded then coalesce(activity.prescriptions, 0) end as prescriptions,
            cast(coalesce(activity.care_days, 0) / 7.0 as decimal(9, 1)) as care_weeks
        from registered_year as registered
        join person using (person_key)
        join period using (year)
        join person_age using (person_key, year)
        left join ({ConditionFlags}) as condition using (person_key, year)
        left join ({Costs}) as cost using (person_key, year)
        left join person_year_activity as activity using (person_key, year)
        join registration on registration.row_id = registered.row_id
        -- Where nobody sent dispensed items, nobody knows that there were none.
        cross join (select count(*) > 0 as loaded from event where dataset = 'prescribed_items') as prescribing
        order by person.person_key, registered.year
        """, ["person_key", "year"]);

    /// <summary>The cost columns against the total.</summary>
    public static SqlScript SettingsSumToTotal { get; } = new(
        "the_settings_sum_to_the_total",
        $"select person_key, year from person_year where cost <> {string.Join(" + ", Setting.All.Select(setting => $"cost_{setting.Name}"))}",
        [], ["person_year"], "the cost of a person-year is the sum of its settings");

    private static IReadOnlyList<string> Activities =>
    [
        "gp_appointments", "admissions", "emergency_admissions", "elective_admissions", "bed_days", "outpatient_attendances",
        "ae_attendances", "community_contacts", "mental_health_contacts",
    ];

    /// <summary>A condition counts from the year in which it was first recorded.</summary>
    private static string ConditionFlags => $"""
        select
            condition_record.person_key,
            period.year,
            {Lines(Conditions.All.Select(condition => $"bool_or(condition_record.condition = '{condition.Name}') as has_{condition.Name}"))},
            count(*) as conditions
        from condition_record
        join period on condition_record.first_recorded_on <= period.date_to
        group by condition_record.person_key, period.year
        """;

    private static string Costs => $"""
        select
            person_key,
            year,
            {Lines(Setting.All.Select(setting => $"cast(sum(pence) filter (setting = '{setting.Name}') as bigint) as cost_{setting.Name}"))},
            cast(sum(pence) as bigint) as cost,
            count(*) filter (contacts > 0) as settings_used
        from person_year_cost
        group by person_key, year
        """;

    private static string Lines(IEnumerable<string> columns) => string.Join(",\n            ", columns);
}
