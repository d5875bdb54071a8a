-- grain: scheme, cohort, year
-- reads: up_close_rule, up_close_asked, cohort_total, cohort_priority, scheme, period
-- The cohorts that are looked at up close, in the run's last year: those that the job asks for, in its order, or of each partition the first by
-- priority that is no small one. Where two have the same place, the first of the scheme.
select
    total.scheme,
    total.cohort,
    total.year,
    total.title,
    scheme.title as scheme_title,
    coalesce(asked.number, scheme.position) as number,
    total.people
from cohort_total as total
join scheme using (scheme)
cross join up_close_rule as rule
left join up_close_asked as asked on asked.scheme = total.scheme and asked.cohort = total.cohort
left join (
    select scheme, year, arg_min(cohort, priority.priority * 100000 + total.position) as cohort
    from cohort_priority as priority
    join cohort_total as total using (scheme, cohort, year)
    where total.people >= (select least_of_first from up_close_rule)
    group by scheme, year
) as first_one on first_one.scheme = total.scheme and first_one.year = total.year and first_one.cohort = total.cohort
where total.year = (select arg_max(year, date_from) from period)
    and case when rule.is_asked then asked.number is not null else scheme.scheme_kind = 'partition' and first_one.cohort is not null end
