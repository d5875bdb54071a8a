-- grain: setting, basis
-- reads: costed_event
-- Where the cost of events comes from, over the run's years. Where nobody is known, each event counts as a person.
select
    setting,
    basis,
    cast(sum(events) as bigint) as events,
    case when count(person_key) = 0 then count(*) else count(person_key) end as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from (
    select setting, cost_basis as basis, person_key, count(*) as events, cast(sum(cost_pence) as bigint) as pence
    from costed_event
    where person_key is not null
    group by setting, cost_basis, person_key
    union all
    select setting, cost_basis, null, 1, cost_pence
    from costed_event
    where person_key is null
)
group by setting, basis
