-- law: the people and the cost of a scheme's cohorts are those of the population, to the person and the penny
-- reads: cohort_total, measure_population
select scheme, year
from (
    select scheme, year, sum(people) as people, sum(pence) as pence
    from cohort_total
    group by scheme, year
) as held
join measure_population as everyone using (year)
where held.people <> everyone.people or held.pence <> everyone.cost_pence
