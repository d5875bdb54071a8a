using System.Globalization;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.PersonYears;

/// <summary>The table that everything after it reads: one row a person and year, derived from the settings, conditions and lists that Model declares.</summary>
public static class PersonYearTable
{
    /// <summary>People with no activity keep their row, with zeros: they are most of the population, and a cost per head is wrong without them.</summary>
    /// <param name="own">Conditions of the job's own lists, whose flags stand last.</param>
    public static SqlScript Script(IReadOnlyList<Condition> own) => SqlScript.Derived("person_year", $"""
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
            {Lines(Groupings.All.SelectMany(MorbidityColumns.Of))},
            {Lines(Setting.All.Select(setting => $"coalesce(cost.cost_{setting.Name}, 0) as cost_{setting.Name}"))},
            coalesce(cost.cost, 0) as cost,
            coalesce(cost.paid_cost, 0) as paid_cost,
            coalesce(cost.standard_cost, 0) as standard_cost,
            case when loaded.market_forces then coalesce(cost.mff_cost, 0) end as mff_cost,
            coalesce(cost.settings_used, 0) as settings_used,
            {Entropy} as setting_entropy,
            {Lines(Activities.Select(name => $"coalesce(activity.{name}, 0) as {name}"))},
            {Lines(OfStays.Select(name => $"case when loaded.admitted_care then coalesce(stays.{name}, 0) end as {name}"))},
            case when loaded.ready_dates then coalesce(stays.delayed_days, 0) end as delayed_days,
            {Lines(AdmissionLists.All.Select(OnList))},
            {Lines(InScope.Select(name => $"case when loaded.admitted_care then coalesce(scope.{name}, 0) end as {name}"))},
            case when loaded.emergency_care then coalesce(activity.ae_attendances, 0) >= 5 end as frequent_attender,
            case when loaded.prescribing then coalesce(activity.prescriptions, 0) end as prescriptions,
            cast(coalesce(activity.care_days, 0) / 7.0 as decimal(9, 1)) as care_weeks,
            last_year.cost as last_year_cost,
            case when loaded.admitted_care then last_year.emergency_admissions end as last_year_emergency_admissions{string.Concat(own.Select(condition => $",\n            {MorbidityColumns.OwnFlag(condition)}"))}
        from registered_year as registered
        join person using (person_key)
        join period using (year)
        join person_age using (person_key, year)
        left join ({MorbidityColumns.Flags(own)}) as condition using (person_key, year)
        left join ({MorbidityColumns.Scores}) as score using (person_key, year)
        left join year_in_hospital as hospital using (person_key, year)
        left join ({Costs}) as cost using (person_key, year)
        left join person_year_activity as activity using (person_key, year)
        left join person_year_admission as stays using (person_key, year)
        left join ({Listed}) as listed using (person_key, year)
        left join ({OpportunityTables.InScope}) as scope using (person_key, year)
        left join last_year on last_year.person_key = registered.person_key and last_year.year = registered.year
        join registration on registration.row_id = registered.row_id
        cross join ({MorbidityColumns.State(own)}) as state
        cross join ({Loaded}) as loaded
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

    private static IReadOnlyList<string> OfStays => ["continuous_stays", "zero_stay_admissions", "readmissions", "emergency_bed_days"];

    private static IReadOnlyList<string> InScope => ["in_scope_admissions", "in_scope_cost"];

    private static string OnList(AdmissionList list) => string.Create(CultureInfo.InvariantCulture,
        $"case when loaded.admitted_care and person_age.age >= {list.AgeFrom} then coalesce(listed.{list.Name}, 0) end as {list.Name}");

    /// <summary>Where nobody sent an extract, nobody knows that there was nothing.</summary>
    private const string Loaded = """
        select
            coalesce(bool_or(dataset = 'prescribed_items'), false) as prescribing,
            coalesce(bool_or(dataset = 'acute_inpatients'), false) as admitted_care,
            coalesce(bool_or(dataset = 'emergency_attendances'), false) as emergency_care,
            (select count(ready_date) > 0 from episode_discharge) as ready_dates,
            (select factored from cost_choice) as market_forces
        from event
        """;

    private static string Listed => $"""
        select
            person_key,
            year,
            {Lines(AdmissionLists.All.Select(list => $"count(*) filter (list = '{list.Name}') as {list.Name}"))}
        from listed_admission
        join admission using (spell_id)
        group by person_key, year
        """;

    private static string Costs => $"""
        select
            person_key,
            year,
            {Lines(Setting.All.Select(setting => $"cast(sum(pence) filter (setting = '{setting.Name}') as bigint) as cost_{setting.Name}"))},
            cast(sum(pence) as bigint) as cost,
            cast(sum(paid_pence) as bigint) as paid_cost,
            cast(sum(standard_pence) as bigint) as standard_cost,
            cast(sum(mff_pence) as bigint) as mff_cost,
            count(*) filter (contacts > 0) as settings_used
        from person_year_cost
        group by person_key, year
        """;

    /// <summary>Shannon's entropy of the shares of cost, over that of equal shares. A setting whose credits outweigh its cost has no share.</summary>
    private static string Entropy
    {
        get
        {
            var shares = Setting.All.Select(setting => $"greatest(coalesce(cost.cost_{setting.Name}, 0), 0)").ToList();
            var whole = string.Join(" + ", shares);
            var logarithms = string.Join(" + ", shares.Select(share => $"case when {share} > 0 then {share} * ln({share}) else 0 end"));
            return string.Create(CultureInfo.InvariantCulture,
                $"case when {whole} > 0 then cast(greatest((ln({whole}) - ({logarithms}) / ({whole})) / ln({Setting.All.Count}), 0) as decimal(5, 4)) end");
        }
    }

    private static string Lines(IEnumerable<string> columns) => string.Join(",\n            ", columns);
}
