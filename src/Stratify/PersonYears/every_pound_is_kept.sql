-- law: what events cost, what is paid for them and what they cost as a standard equal those of person-years plus what is attributed to nobody, to the penny
-- reads: costed_event, person_year, unattributed_cost
select year
from (
    select year, sum(cost_pence) as pence, sum(coalesce(paid_pence, cost_pence)) as paid, sum(standard_pence) as standard, sum(mff_pence) as mff
    from costed_event
    group by year
) as event
full join (
    select year, sum(pence) as pence, sum(paid_pence) as paid, sum(standard_pence) as standard, sum(mff_pence) as mff
    from (
        select year, cost as pence, paid_cost as paid_pence, standard_cost as standard_pence, mff_cost as mff_pence from person_year
        union all
        select year, pence, paid_pence, standard_pence, mff_pence from unattributed_cost
    )
    group by year
) as kept using (year)
where coalesce(event.pence, 0) <> coalesce(kept.pence, 0)
    or coalesce(event.paid, 0) <> coalesce(kept.paid, 0)
    or coalesce(event.standard, 0) <> coalesce(kept.standard, 0)
    or coalesce(event.mff, 0) <> coalesce(kept.mff, 0)
