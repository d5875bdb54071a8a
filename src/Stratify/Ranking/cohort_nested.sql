-- grain: scheme, cohort, year
-- reads: cohort_member, cohort_total, scheme, measure_population
-- Sets that lie wholly inside another cohort of any scheme, or inside everybody, and the fewest people who are in the larger one alone: of
-- them, two published figures would tell by subtraction. People in the same cohorts are looked at together, since there are few such groups.
with known as (
    select total.scheme, total.cohort, total.year, total.people, scheme.scheme_kind, row_number() over (order by total.scheme, total.cohort, total.year) as number
    from cohort_total as total
    join scheme using (scheme)
),
in_a_set as (
    select distinct member.person_key, member.year
    from cohort_member as member
    join scheme using (scheme)
    where scheme.scheme_kind = 'sets'
),
placed as (
    select cohorts, count(*) as people
    from (
        select list(known.number order by known.number) as cohorts
        from cohort_member as member
        join in_a_set using (person_key, year)
        join known using (scheme, cohort, year)
        group by member.person_key, member.year
    )
    group by cohorts
),
inner_set as (select people, cohorts, unnest(cohorts) as number from placed),
shared as (
    select number, larger, sum(people) as people
    from (
        select inner_set.number, inner_set.people, unnest(inner_set.cohorts) as larger
        from inner_set
        join known using (number)
        where known.scheme_kind = 'sets'
    )
    group by number, larger
)
select scheme, cohort, year, cast(min(left_over) as bigint) as least_left
from (
    select known.scheme, known.cohort, known.year, larger.people - known.people as left_over
    from known
    join shared on shared.number = known.number and shared.people = known.people
    join known as larger on larger.number = shared.larger and larger.people > known.people
    union all
    select known.scheme, known.cohort, known.year, everyone.people - known.people as left_over
    from known
    join measure_population as everyone using (year)
    where known.scheme_kind = 'sets' and everyone.people > known.people
)
group by scheme, cohort, year
