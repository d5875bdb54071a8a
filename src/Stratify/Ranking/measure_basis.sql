-- grain: setting, basis
-- reads: costed_event
-- Where the cost of events comes from, over the run's years. Where nobody is known, each event counts as a person.
select
    setting,
    cost_basis as basis,
    count(*) as events,
    case when count(person_key) = 0 then count(*) else count(distinct person_key) end as people,
    cast(sum(cost_pence) as bigint) as pence
from costed_event
group by setting, cost_basis
