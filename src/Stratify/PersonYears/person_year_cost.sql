-- grain: person_key, year, setting
-- reads: costed_event, registered_year
select
    person_key,
    year,
    setting,
    count(*) filter (costed and not in_spell) as contacts,
    cast(sum(cost_pence) as bigint) as pence
from costed_event
join registered_year using (person_key, year)
group by person_key, year, setting
