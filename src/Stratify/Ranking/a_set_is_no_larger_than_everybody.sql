-- law: a set has no more people than the population, and no fewer than the sets inside it
-- reads: cohort_total, measure_population, cohort_nested, scheme
select total.scheme, total.cohort, total.year
from cohort_total as total
join scheme using (scheme)
join measure_population as everyone using (year)
where scheme.scheme_kind = 'sets' and total.people > everyone.people
union all
select scheme, cohort, year
from cohort_nested
where least_left < 0
