-- grain: scheme, cohort, year, setting, person_key
-- reads: exemplar_care
-- What each of an exemplar's people had in a setting and year, of those who had a contact there.
select
    scheme,
    cohort,
    year,
    setting,
    person_key,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(lasted) as bigint) as lasted,
    cast(sum(pence) as bigint) as pence
from exemplar_care
group by scheme, cohort, year, setting, person_key
having sum(contacts) > 0
