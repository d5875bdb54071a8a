-- grain: scheme, cohort, year
-- reads: up_close_rule, up_close_asked, cohort_total, cohort_priority, scheme, period
-- The cohorts that are looked at up close, in the run's last year: those that the job asks for, in its order, or by priority the first few of the job's
-- first partition and the first of each other, small ones left out. Where two have the same place, the first of the scheme.
select
    total.scheme,
    total.cohort,
    total.year,
    total.title,
    scheme.title as scheme_title,
    coalesce(asked.number, scheme.position * 1000 + first_one.place) as number,
    total.people
from cohort_total as total
join scheme using (scheme)
cross join up_close_rule as rule
left join up_close_asked as asked on asked.scheme = total.scheme and asked.cohort = total.cohort
left join (
    select
        scheme,
        cohort,
        year,
        row_number() over (partition by scheme, year order by priority.priority, total.position) as place
    from cohort_priority as priority
    join cohort_total as total using (scheme, cohort, year)
    where total.people >= (select least_of_first from up_close_rule) and priority.priority is not null
) as first_one on first_one.scheme = total.scheme and first_one.year = total.year and first_one.cohort = total.cohort
where total.year = (select arg_max(year, date_from) from period)
    and case
        when rule.is_asked then asked.number is not null
        when scheme.scheme_kind <> 'partition' then false
        when scheme.position = (select min(position) from scheme where scheme_kind = 'partition') then first_one.place <= rule.leading
        else first_one.place = 1
    end
