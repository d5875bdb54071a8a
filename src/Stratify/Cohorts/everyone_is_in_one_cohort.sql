-- law: everyone is in exactly one cohort of each scheme in each year
-- reads: person_year, scheme, cohort, cohort_member
select scheme, person_key, year
from (
    select scheme.scheme, person_year.person_key, person_year.year, 1 as expected, 0 as placed
    from person_year
    cross join scheme
    where scheme.scheme_kind = 'partition'
    union all
    select member.scheme, member.person_key, member.year, 0 as expected, 1 as placed
    from cohort_member as member
    join cohort using (scheme, cohort)
    where cohort.scheme_kind = 'partition'
)
group by scheme, person_key, year
having sum(expected) <> 1 or sum(placed) <> 1
