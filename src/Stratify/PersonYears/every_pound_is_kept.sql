-- law: the cost of events equals the cost of person-years plus what is attributed to nobody, to the penny
-- reads: costed_event, person_year, unattributed_cost
select year
from (select year, sum(cost_pence) as pence from costed_event group by year) as event
full join (
    select year, sum(pence) as pence
    from (
        select year, cost as pence from person_year
        union all
        select year, pence from unattributed_cost
    )
    group by year
) as kept using (year)
where coalesce(event.pence, 0) <> coalesce(kept.pence, 0)
