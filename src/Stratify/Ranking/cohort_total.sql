-- grain: scheme, cohort, year
-- reads: cohort_person, cohort_key, cohort, period
-- Hospital here is inpatient, outpatient or emergency department.
select
    known.scheme,
    known.cohort,
    known.year,
    cohort.position,
    cohort.title,
    had.people,
    had.days / (period.date_to - period.date_from + 1)::double as person_years,
    had.* exclude (number, people, days)
from (
    select
        number,
        count(*) as people,
        sum(days_registered) as days,
        cast(sum(cost) as bigint) as pence,
        coalesce(max(abs(cost), 2)[1], 0) as pence_largest,
        coalesce(max(abs(cost), 2)[2], 0) as pence_second,
        quantile_cont(cost, 0.5) / 100 as median_pounds,
        avg(settings_used) as settings_used,
        count(*) filter (settings_used >= 3) as three_or_more_settings,
        count(*) filter (cost_social_care > 0 and cost_inpatient + cost_outpatient + cost_emergency > 0) as both_hospital_and_social_care,
        cast(sum(emergency_admissions) as bigint) as emergency_admissions,
        cast(sum(gp_appointments + admissions + outpatient_attendances + ae_attendances + community_contacts + mental_health_contacts) as bigint) as contacts
    from cohort_person
    group by number
) as had
join cohort_key as known using (number)
join cohort using (scheme, cohort)
join period using (year)
