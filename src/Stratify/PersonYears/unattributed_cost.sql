-- grain: setting, year, reason
-- reads: costed_event, registered_year
-- Cost that belongs to no person-year, and why: it is shown on its own and never spread over people.
select
    event.setting,
    event.year,
    case when event.person_key is null then 'unlinked' else 'not registered in the year' end as reason,
    count(*) as events,
    cast(sum(event.cost_pence) as bigint) as pence,
    cast(sum(coalesce(event.paid_pence, event.cost_pence)) as bigint) as paid_pence,
    cast(sum(event.standard_pence) as bigint) as standard_pence,
    cast(sum(event.mff_pence) as bigint) as mff_pence
from costed_event as event
left join registered_year using (person_key, year)
where registered_year.person_key is null
group by all
