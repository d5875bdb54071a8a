-- grain: person_key, year, setting, payer
-- reads: costed_event, registered_year
-- What was spent on a person in a year by setting and payer, with the part of it that the person paid.
-- A row of dispensed items is as many contacts as it has items: none when it is a further charge for one.
-- What is paid is the cost where no sender tells it.
-- Critical care is part of a stay and no contact beside it.
select
    person_key,
    year,
    setting,
    payer,
    cast(coalesce(sum(case setting when 'prescribing' then quantity else 1 end) filter (costed and not in_spell and activity <> 'critical_care'), 0) as bigint) as contacts,
    cast(sum(cost_pence) as bigint) as pence,
    cast(sum(coalesce(paid_pence, cost_pence)) as bigint) as paid_pence,
    cast(sum(standard_pence) as bigint) as standard_pence,
    cast(sum(mff_pence) as bigint) as mff_pence,
    cast(sum(client_pence) as bigint) as client_pence
from costed_event
join registered_year using (person_key, year)
group by person_key, year, setting, payer
