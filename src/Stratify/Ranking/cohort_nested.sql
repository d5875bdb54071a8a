-- grain: scheme, cohort, year
-- reads: cohort_member, cohort_total, scheme, measure_population
-- Sets that lie wholly inside another cohort of any scheme, or inside everybody, and the fewest people who are in the larger one alone: of
-- them, two published figures would tell by subtraction. People in the same cohorts are looked at together, since there are few such groups.
with placed as (
    select year, cohorts, count(*) as people
    from (
        select year, person_key, list(scheme || '/' || cohort order by scheme, cohort) as cohorts
        from cohort_member
        group by year, person_key
    )
    group by year, cohorts
),
known as (
    select total.scheme, total.cohort, total.scheme || '/' || total.cohort as name, total.year, total.people, scheme.scheme_kind
    from cohort_total as total
    join scheme using (scheme)
),
inner_set as (select placed.year, placed.people, placed.cohorts, unnest(placed.cohorts) as name from placed),
shared as (
    select year, name, larger, sum(people) as people
    from (
        select inner_set.year, inner_set.name, inner_set.people, unnest(inner_set.cohorts) as larger
        from inner_set
        join known on known.name = inner_set.name and known.year = inner_set.year and known.scheme_kind = 'sets'
    )
    group by year, name, larger
)
select scheme, cohort, year, cast(min(left_over) as bigint) as least_left
from (
    select known.scheme, known.cohort, known.year, larger.people - known.people as left_over
    from known
    join shared on shared.name = known.name and shared.year = known.year and shared.people = known.people
    join known as larger on larger.name = shared.larger and larger.year = known.year and larger.people > known.people
    union all
    select known.scheme, known.cohort, known.year, everyone.people - known.people as left_over
    from known
    join measure_population as everyone using (year)
    where known.scheme_kind = 'sets' and everyone.people > known.people
)
group by scheme, cohort, year
