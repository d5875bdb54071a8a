-- grain: scheme, cohort, year
-- reads: cohort_total, person_year, measure_population
-- Emergency admissions and cost of each cohort beside everybody's.
select
    total.scheme,
    total.cohort,
    total.year,
    total.position,
    total.title,
    total.people,
    total.emergency_admissions,
    total.pence,
    total.pence_largest,
    total.pence_second,
    everyone.people as everyone,
    everyone.cost_pence as everyone_pence,
    emergency.admissions as everyone_emergency_admissions
from cohort_total as total
join measure_population as everyone using (year)
join (select year, cast(sum(emergency_admissions) as bigint) as admissions from person_year group by year) as emergency using (year)
