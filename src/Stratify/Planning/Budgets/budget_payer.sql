-- grain: payer, in_pool
-- reads: budget_member, budget_pool, payer_part
-- What each payer has in the pool and outside it, over all people of the budget. Somebody may have care of several payers, so people do not add up.
select
    payer,
    in_pool,
    count(*) as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from (
    select person_key, payer, in_pool, cast(sum(pence) as bigint) as pence
    from payer_part
    join budget_member using (person_key, year)
    join budget_pool using (setting, payer)
    group by person_key, payer, in_pool
    having sum(pence) <> 0
)
group by payer, in_pool
