-- grain: scheme, cohort, year
-- reads: cohort_member, person_year
-- The cost that 99 of a hundred people of a cohort stay below or at.
select member.scheme, member.cohort, member.year, quantile_disc(person.cost, 0.99) as cap
from cohort_member as member
join person_year as person using (person_key, year)
group by member.scheme, member.cohort, member.year
