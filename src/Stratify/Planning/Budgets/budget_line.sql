-- grain: cohort, setting, payer
-- reads: budget_member, budget_cohort, budget_pool, payer_part
-- What each payer pays for a cohort's care in a setting, and whether that is in the pool.
select
    cohort.position,
    cohort.cohort,
    cohort.title,
    paid.setting,
    paid.payer,
    pool.in_pool,
    count(*) as people,
    cast(sum(paid.pence) as bigint) as pence,
    coalesce(max(abs(paid.pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(paid.pence), 2)[2], 0) as pence_second
from payer_part as paid
join budget_member as member using (person_key, year)
join budget_cohort as cohort using (position)
join budget_pool as pool using (setting, payer)
where paid.pence <> 0
group by cohort.position, cohort.cohort, cohort.title, paid.setting, paid.payer, pool.in_pool
