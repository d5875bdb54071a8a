-- law: everyone is in exactly one cohort of a scheme in each of their years
-- reads: scheme, person_year, cohort_member
select scheme.scheme, person_year.person_key, person_year.year
from scheme
cross join person_year
left join cohort_member as member
    on member.scheme = scheme.scheme and member.person_key = person_year.person_key and member.year = person_year.year
group by scheme.scheme, person_year.person_key, person_year.year
having count(member.cohort) <> 1
