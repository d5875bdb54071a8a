-- grain: person_key, year
-- reads: costed_event, registered_year
-- What everybody registered cost by the job's price book and by the one that it is held against.
select
    person_key,
    year,
    cast(sum(cost_pence) as bigint) as cost_pence,
    cast(sum(other_pence) as bigint) as other_pence
from costed_event
join registered_year using (person_key, year)
group by person_key, year
