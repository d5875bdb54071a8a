-- law: whoever is in a cohort is in it once, and it is one of the run's cohorts of that year
-- reads: cohort_key, person_cohort
select held.year, held.cohorts, held.number
from (select year, cohorts, unnest(cohorts) as number from (select distinct year, cohorts from person_cohort)) as held
left join cohort_key as known using (number)
group by held.year, held.cohorts, held.number
having count(*) > 1 or count(known.year) = 0 or any_value(known.year) <> held.year
