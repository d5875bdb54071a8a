-- grain: setting, payer
-- reads: budget_line
-- The same over all cohorts; nobody is in two of them.
select
    setting,
    payer,
    in_pool,
    cast(sum(people) as bigint) as people,
    cast(sum(pence) as bigint) as pence,
    max(pence_largest) as pence_largest,
    greatest(coalesce(max(pence_largest, 2)[2], 0), max(pence_second)) as pence_second
from budget_line
group by setting, payer, in_pool
