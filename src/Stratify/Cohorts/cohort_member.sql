-- grain: scheme, cohort, person_key, year
-- reads: person_cohort, cohort_key
-- Everyone's cohorts in every scheme and year, each in a row of its own.
select known.scheme, known.cohort, placed.person_key, placed.year
from (select person_key, year, unnest(cohorts) as number from person_cohort) as placed
join cohort_key as known using (number)
