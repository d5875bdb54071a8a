-- law: the people and the cost of a partition's cohorts are those of the population, to the person and the penny
-- reads: cohort_total, measure_population, scheme
select scheme, year
from (
    select scheme, year, sum(people) as people, sum(pence) as pence
    from cohort_total
    group by scheme, year
) as held
join scheme using (scheme)
join measure_population as everyone using (year)
where scheme.scheme_kind = 'partition' and (held.people <> everyone.people or held.pence <> everyone.cost_pence)
