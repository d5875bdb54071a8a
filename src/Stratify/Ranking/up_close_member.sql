-- grain: scheme, cohort, year, person_key
-- reads: up_close, cohort_key, person_cohort
-- The people of the cohorts that are looked at up close.
select chosen.scheme, chosen.cohort, chosen.year, placed.person_key
from (select unnest(cohorts) as number, person_key from person_cohort) as placed
join (select cohort_key.number, scheme, cohort, year from up_close join cohort_key using (scheme, cohort, year)) as chosen using (number)
