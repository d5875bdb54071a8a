-- grain: setting, year, reason
-- reads: costed_event, registered_year, registered_elsewhere
-- Cost that belongs to no person-year, and why: it is shown on its own and never spread over people. An event of nobody counts as a person.
select
    setting,
    year,
    case when person_key is null then 'unlinked' when is_elsewhere then 'registered elsewhere' else 'not registered in the year' end as reason,
    cast(sum(events) as bigint) as events,
    count(*) as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second,
    cast(sum(paid_pence) as bigint) as paid_pence,
    cast(sum(standard_pence) as bigint) as standard_pence,
    cast(sum(mff_pence) as bigint) as mff_pence
from (
    select
        event.setting,
        event.year,
        event.person_key,
        event.person_key in (select person_key from registered_elsewhere) as is_elsewhere,
        count(*) as events,
        cast(sum(event.cost_pence) as bigint) as pence,
        sum(coalesce(event.paid_pence, event.cost_pence)) as paid_pence,
        sum(event.standard_pence) as standard_pence,
        sum(event.mff_pence) as mff_pence
    from costed_event as event
    anti join registered_year using (person_key, year)
    where event.person_key is not null
    group by event.setting, event.year, event.person_key
    union all
    select setting, year, null, false, 1, cost_pence, coalesce(paid_pence, cost_pence), standard_pence, mff_pence
    from costed_event
    where person_key is null
)
group by setting, year, reason
