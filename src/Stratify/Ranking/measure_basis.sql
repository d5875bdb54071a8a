-- grain: setting, basis
-- reads: costed_event
-- Where the cost of events comes from, over the run's years.
select
    setting,
    cost_basis as basis,
    count(*) as events,
    cast(sum(cost_pence) as bigint) as pence
from costed_event
group by setting, cost_basis
