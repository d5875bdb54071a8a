-- grain: scheme, cohort, year
-- reads: cohort_number, cohort_pattern, measure_population
-- Sets that lie wholly inside another cohort of any scheme, or inside everybody, and the fewest people who are in the larger one alone: of
-- them, two published figures would tell by subtraction. Of their pounds those are told which are most nearly the first person's, or the first
-- two's: over all larger ones, pence less the two largest over the largest (left_pence) and over both (left_both) are least.
with shared as (
    select number, larger, sum(people) as people
    from (
        select inner_set.number, inner_set.people, unnest(inner_set.cohorts) as larger
        from (select people, cohorts, unnest(cohorts) as number from cohort_pattern) as inner_set
        join cohort_number as known using (number)
        where known.scheme_kind = 'sets'
    )
    group by number, larger
),
inside as (
    select known.number, known.year, larger.number as larger, larger.people - known.people as left_over
    from cohort_number as known
    join shared on shared.number = known.number and shared.people = known.people
    join cohort_number as larger on larger.number = shared.larger and larger.people > known.people
    union all
    select known.number, known.year, null, everyone.people - known.people
    from cohort_number as known
    join measure_population as everyone using (year)
    where known.scheme_kind = 'sets' and everyone.people > known.people
),
left_out as (
    select
        inside.number,
        any_value(inside.left_over) as left_over,
        cast(sum(pattern.pence) as bigint) as pence,
        max(pattern.pence_largest) as largest,
        greatest(coalesce(max(pattern.pence_largest, 2)[2], 0), max(pattern.pence_second)) as second
    from inside
    join cohort_pattern as pattern
        on pattern.year = inside.year and not list_contains(pattern.cohorts, inside.number) and (inside.larger is null or list_contains(pattern.cohorts, inside.larger))
    group by inside.number, inside.larger
),
measured as (
    select *, (pence - largest - second) / nullif(largest, 0) as to_first, (pence - largest - second) / nullif(largest + second, 0) as to_both
    from left_out
)
select
    known.scheme,
    known.cohort,
    known.year,
    min(left_over) as least_left,
    arg_min(measured.pence, to_first) as left_pence,
    arg_min(largest, to_first) as left_pence_largest,
    arg_min(second, to_first) as left_pence_second,
    arg_min(measured.pence, to_both) as left_both,
    arg_min(largest, to_both) as left_both_largest,
    arg_min(second, to_both) as left_both_second
from measured
join cohort_number as known using (number)
group by known.scheme, known.cohort, known.year
