using System.Globalization;
using Stratify.Engine;

namespace Stratify.Ranking;

/// <summary>
/// What measures of joined-up care are made of: for bands of age, how many people have some of each fact, how much together, and the sum of its
/// squares, by which people who come again count together. Each fact is summed once, however many measures have it.
/// </summary>
internal static class MetricBands
{
    /// <summary>First ages of the bands, at which measures begin.</summary>
    private static readonly int[] Ages = [0, 18, 65, 75, 85];

    /// <summary>Facts of <c>metric_contact</c>, which are told of all ages together by the month.</summary>
    private static readonly string[] OfContacts =
        ["gp_appointments", "gp_appointments_gp", "outpatient_attendances", "op_new", "op_follow_up", "op_procedure", "ae_attendances", "ae_type1", "ae_other", "community_contacts"];

    /// <summary>Facts of <c>metric_stay</c>.</summary>
    private static readonly string[] OfStays =
    [
        "emergency_admissions", "nel_los0", "nel_los1plus", "bed_days", "emergency_bed_days", "acsc_chronic_admissions", "falls_admissions", "discharges", "usual_residence",
        "ready_discharges", "delayed_days_adult", "reabled", "home_91", "followed", "settings_after", "readmitted",
    ];

    /// <summary>Facts of a year that no month has a part of, with their tables.</summary>
    private static readonly (string Table, string[] Facts)[] OfPeople = [("reach", ["providers", "teams"]), ("assessment", ["assessed_again", "seen_again"])];

    /// <summary>A row for each year, neighbourhood (empty for none), band of age and fact; the fact <c>registered</c> has everybody, and their days.</summary>
    internal static SqlScript OfYears => SqlScript.Derived("metric_band", $"""
        with contact as (select person_key, year, {Sums(OfContacts)} from metric_contact group by person_key, year),
        stay as (select person_key, year, {Sums(OfStays)} from metric_stay group by person_key, year),
        person as (
            select
                person_year.year,
                coalesce(person_year.neighbourhood, '') as place,
                {Band} as age_from,
                person_year.days_registered as registered,
                {Facts("contact", OfContacts)},
                {Facts("stay", OfStays)},
                case when stay.emergency_admissions >= 2 then stay.emergency_bed_days else 0 end as two_admissions_bed_days,
                cast(home.person_key is not null as bigint) as care_home_admissions,
                {string.Join(", ", OfPeople.Select(table => Facts(table.Table, table.Facts)))}
            from person_year
            left join contact using (person_key, year)
            left join stay using (person_key, year)
            left join metric_care_home as home using (person_key, year)
            left join metric_reach as reach using (person_key, year)
            left join metric_assessment as assessment using (person_key, year)
        )
        select year, place, age_from, {Unnested(Metrics.All, ["registered", .. OfContacts, .. OfStays, "two_admissions_bed_days", "care_home_admissions", .. OfPeople.SelectMany(table => table.Facts)])}
        from person
        group by year, place, age_from
        """, ["year", "place", "age_from", "fact"]);

    /// <summary>The same for each month, of everybody.</summary>
    internal static SqlScript OfMonths => SqlScript.Derived("metric_month_band", $"""
        select year, month, 0 as age_from, {Unnested(Monthly(OfContacts), OfContacts)}
        from metric_contact
        group by year, month
        union all
        select stay.year, stay.month, {Band} as age_from, {Unnested(Monthly(OfStays), OfStays)}
        from metric_stay as stay
        join (select person_key, year, age from person_year) as person_year using (person_key, year)
        group by stay.year, stay.month, age_from
        """, ["year", "month", "age_from", "fact"]);

    /// <summary>The name of the fact of which there is some where a measure's is not all of what it lies within.</summary>
    private static string Rest(Metric metric) => $"rest {metric.Name}";

    private static IEnumerable<Metric> Monthly(string[] facts) => Metrics.All.Where(metric => metric.IsMonthly && facts.Contains(metric.Counts));

    private static string Band => $"case {string.Join(' ', Ages.Reverse().Select(age => string.Create(CultureInfo.InvariantCulture, $"when person_year.age >= {age} then {age}")))} else 0 end";

    private static string Sums(string[] facts) => string.Join(", ", facts.Select(fact => $"cast(sum({fact}) as bigint) as {fact}"));

    private static string Facts(string table, string[] facts) => string.Join(", ", facts.Select(fact => $"coalesce({table}.{fact}, 0) as {fact}"));

    /// <summary>Four lists side by side: the names, and of each people, amount and squares (of contacts, stays and nights, which 64 bits hold). Of what is left of a fact only people are asked.</summary>
    private static string Unnested(IEnumerable<Metric> metrics, string[] facts)
    {
        var all = facts.Select(fact => (Name: fact, People: fact == "registered" ? "count(*)" : $"count(*) filter ({fact} > 0)", Amount: $"cast(sum({fact}) as bigint)", Squares: $"cast(sum({fact} * {fact}) as bigint)"))
            .Concat(metrics.Where(metric => metric.Within.Length > 0).Select(metric => (Name: Rest(metric), People: $"count(*) filter ({metric.Within} > {metric.Counts})", Amount: "0::bigint", Squares: "0::bigint"))).ToList();
        return $"""
            unnest([{string.Join(", ", all.Select(fact => $"'{fact.Name}'"))}]) as fact,
                unnest([{string.Join(", ", all.Select(fact => fact.People))}]) as people,
                unnest([{string.Join(", ", all.Select(fact => fact.Amount))}]) as amount,
                unnest([{string.Join(", ", all.Select(fact => fact.Squares))}]) as squares
            """;
    }
}
