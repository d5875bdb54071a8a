-- grain: cohort
-- reads: budget_cohort, budget_member, person_year, person_expected, period, budget_cap
-- A cohort's people and what they cost, beside what is expected of people of their age, sex and deprivation. Capped is what a pool pays of a person at most.
select
    cohort.position,
    cohort.cohort,
    cohort.title,
    count(*) as people,
    count(*) filter (list_sum(cast(member.met as integer[])) > 1) as in_several,
    sum(person.days_registered) / any_value(period.date_to - period.date_from + 1)::double as person_years,
    cast(sum(person.cost) as bigint) as pence,
    coalesce(max(abs(person.cost), 2)[1], 0) as pence_largest,
    coalesce(max(abs(person.cost), 2)[2], 0) as pence_second,
    cast(sum(expected.expected) as bigint) as expected_pence,
    count(*) filter (person.died) as died,
    cast(coalesce(sum(person.cost) filter (person.died), 0) as bigint) as died_pence,
    coalesce((max(abs(person.cost), 2) filter (person.died))[1], 0) as died_pence_largest,
    coalesce((max(abs(person.cost), 2) filter (person.died))[2], 0) as died_pence_second,
    count(*) filter (not person.died and person.days_registered < period.date_to - period.date_from + 1) as moved,
    count(*) filter (person.cost > cap.pence) as above_cap,
    cast(coalesce(sum(person.cost - cap.pence) filter (person.cost > cap.pence), 0) as bigint) as above_pence,
    coalesce((max(person.cost - cap.pence, 2) filter (person.cost > cap.pence))[1], 0) as above_pence_largest,
    coalesce((max(person.cost - cap.pence, 2) filter (person.cost > cap.pence))[2], 0) as above_pence_second
from budget_member as member
join budget_cohort as cohort using (position)
join person_year as person using (person_key, year)
join period using (year)
cross join budget_cap as cap
left join person_expected as expected using (person_key, year)
group by cohort.position, cohort.cohort, cohort.title
