-- law: whoever is in a set is a person of the year, once, and the set is one of its scheme's
-- reads: person_year, scheme, cohort, cohort_member
select member.scheme, member.cohort, member.person_key, member.year
from cohort_member as member
join scheme using (scheme)
left join cohort using (scheme, cohort)
left join person_year using (person_key, year)
where scheme.scheme_kind = 'sets'
group by member.scheme, member.cohort, member.person_key, member.year
having count(*) > 1 or count(cohort.position) = 0 or count(person_year.person_id) = 0
