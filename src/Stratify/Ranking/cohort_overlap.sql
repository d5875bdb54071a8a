-- grain: scheme, cohort, other, year
-- reads: cohort_member, cohort_total, scheme, cohort, person_year
-- Two cohorts of a scheme of sets, and the people who are in both: so that nobody is counted twice where both are chosen. Pairs that share nobody
-- have no row. Cost is of those in both.
select
    pair.scheme,
    pair.cohort,
    pair.other,
    pair.year,
    one.position,
    two.position as other_position,
    one.people,
    two.people as other_people,
    pair.both,
    least(nullif(one.people - pair.both, 0), nullif(two.people - pair.both, 0)) as least_apart,
    pair.pence
from (
    select member.scheme, member.cohort, other.cohort as other, member.year, count(*) as both, cast(sum(person.cost) as bigint) as pence
    from cohort_member as member
    join scheme on scheme.scheme = member.scheme and scheme.scheme_kind = 'sets'
    join cohort_member as other on other.scheme = member.scheme and other.person_key = member.person_key and other.year = member.year
    join cohort as first_cohort on first_cohort.scheme = member.scheme and first_cohort.cohort = member.cohort
    join cohort as other_cohort on other_cohort.scheme = other.scheme and other_cohort.cohort = other.cohort and other_cohort.position > first_cohort.position
    join person_year as person on person.person_key = member.person_key and person.year = member.year
    group by member.scheme, member.cohort, other.cohort, member.year
) as pair
join cohort_total as one using (scheme, cohort, year)
join cohort_total as two on two.scheme = pair.scheme and two.cohort = pair.other and two.year = pair.year
