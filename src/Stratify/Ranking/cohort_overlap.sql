-- grain: scheme, cohort, other, year
-- reads: cohort_number, cohort_pattern, cohort
-- Two cohorts of a scheme of sets, and the people who are in both: so that nobody is counted twice where both are chosen. Pairs that share nobody
-- have no row. Cost is of those in both; beside it that of those in one of the two alone.
with pair as (
    select one.number as one, other.number as other, one.year, one.scheme, one.cohort, other.cohort as other_cohort, one.people, other.people as other_people
    from cohort_number as one
    join cohort_number as other on other.scheme = one.scheme and other.year = one.year
    where one.scheme_kind = 'sets' and other.number <> one.number
),
shared as (
    select
        pair.*,
        list_contains(pattern.cohorts, pair.one) as in_one,
        list_contains(pattern.cohorts, pair.other) as in_other,
        pattern.people as shared_people,
        pattern.pence,
        pattern.pence_largest,
        pattern.pence_second
    from pair
    join cohort_pattern as pattern on pattern.year = pair.year and (list_contains(pattern.cohorts, pair.one) or list_contains(pattern.cohorts, pair.other))
)
select
    shared.scheme,
    shared.cohort,
    shared.other_cohort as other,
    shared.year,
    first_cohort.position,
    other_cohort.position as other_position,
    any_value(shared.people) as people,
    any_value(shared.other_people) as other_people,
    cast(sum(shared_people) filter (in_one and in_other) as bigint) as both,
    cast(least(nullif(any_value(shared.people) - sum(shared_people) filter (in_one and in_other), 0), nullif(any_value(shared.other_people) - sum(shared_people) filter (in_one and in_other), 0)) as bigint) as least_apart,
    cast(coalesce(sum(pence) filter (in_one and in_other), 0) as bigint) as pence,
    coalesce(max(pence_largest) filter (in_one and in_other), 0) as pence_largest,
    greatest(coalesce((max(pence_largest, 2) filter (in_one and in_other))[2], 0), coalesce(max(pence_second) filter (in_one and in_other), 0)) as pence_second,
    cast(coalesce(sum(pence) filter (not in_other), 0) as bigint) as one_pence,
    coalesce(max(pence_largest) filter (not in_other), 0) as one_pence_largest,
    greatest(coalesce((max(pence_largest, 2) filter (not in_other))[2], 0), coalesce(max(pence_second) filter (not in_other), 0)) as one_pence_second,
    cast(coalesce(sum(pence) filter (not in_one), 0) as bigint) as other_pence,
    coalesce(max(pence_largest) filter (not in_one), 0) as other_pence_largest,
    greatest(coalesce((max(pence_largest, 2) filter (not in_one))[2], 0), coalesce(max(pence_second) filter (not in_one), 0)) as other_pence_second
from shared
join cohort as first_cohort on first_cohort.scheme = shared.scheme and first_cohort.cohort = shared.cohort
join cohort as other_cohort on other_cohort.scheme = shared.scheme and other_cohort.cohort = shared.other_cohort and other_cohort.position > first_cohort.position
group by shared.scheme, shared.cohort, shared.other_cohort, shared.year, first_cohort.position, other_cohort.position
having sum(shared_people) filter (in_one and in_other) > 0
