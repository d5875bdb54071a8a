-- grain: scheme, cohort, person_key, year, month, setting, activity
-- reads: exemplar_member, exemplar_year, person_care
-- What each of an exemplar's people had in a month of the years of its journey.
select
    member.scheme,
    member.cohort,
    member.person_key,
    care.year,
    care.month,
    care.setting,
    care.activity,
    cast(sum(care.contacts) as bigint) as contacts,
    cast(sum(care.lasted) as bigint) as lasted,
    cast(sum(care.pence) as bigint) as pence
from exemplar_member as member
join exemplar_year as of_year using (scheme, cohort)
join person_care as care on care.person_key = member.person_key and care.year = of_year.year
group by member.scheme, member.cohort, member.person_key, care.year, care.month, care.setting, care.activity
