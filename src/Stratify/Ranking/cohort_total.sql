-- grain: scheme, cohort, year
-- reads: cohort_member, person_year, cohort, period
-- Hospital here is inpatient, outpatient or emergency department.
select
    member.scheme,
    member.cohort,
    member.year,
    any_value(cohort.position) as position,
    any_value(cohort.title) as title,
    count(*) as people,
    sum(person.days_registered) / any_value(period.date_to - period.date_from + 1)::double as person_years,
    cast(sum(person.cost) as bigint) as pence,
    coalesce(max(abs(person.cost), 2)[1], 0) as pence_largest,
    coalesce(max(abs(person.cost), 2)[2], 0) as pence_second,
    quantile_cont(person.cost, 0.5) / 100 as median_pounds,
    avg(person.settings_used) as settings_used,
    count(*) filter (person.settings_used >= 3) as three_or_more_settings,
    count(*) filter (person.cost_social_care > 0 and person.cost_inpatient + person.cost_outpatient + person.cost_emergency > 0) as both_hospital_and_social_care,
    cast(sum(person.emergency_admissions) as bigint) as emergency_admissions,
    cast(sum(person.gp_appointments + person.admissions + person.outpatient_attendances + person.ae_attendances
        + person.community_contacts + person.mental_health_contacts) as bigint) as contacts
from cohort_member as member
join person_year as person using (person_key, year)
join cohort using (scheme, cohort)
join period using (year)
group by member.scheme, member.cohort, member.year
