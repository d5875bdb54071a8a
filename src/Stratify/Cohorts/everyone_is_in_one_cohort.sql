-- law: everyone is in exactly one cohort of each partition in each year
-- reads: scheme, cohort_key, person_cohort
-- Asked of each list of cohorts that somebody has, of which there are far fewer than people.
with pattern as (select distinct cohorts from person_cohort),
placed as (
    select held.cohorts, known.scheme, count(*) as times
    from (select cohorts, unnest(cohorts) as number from pattern) as held
    join cohort_key as known using (number)
    group by held.cohorts, known.scheme
),
wrong as (
    select pattern.cohorts, scheme.scheme
    from pattern
    cross join scheme
    left join placed on placed.cohorts = pattern.cohorts and placed.scheme = scheme.scheme
    where scheme.scheme_kind = 'partition' and coalesce(placed.times, 0) <> 1
)
select wrong.scheme, person.person_key, person.year
from wrong
join person_cohort as person on person.cohorts = wrong.cohorts
