-- law: what an event costs in single years comes to its whole cost where all its days lie in them, and otherwise to no more
-- reads: costed_event
select dataset, source_id
from costed_event
where whole_pence is not null
group by dataset, source_id
having count(distinct whole_pence) <> 1
    or sum(part_days) > any_value(whole_days)
    or abs(sum(cost_pence)) > abs(any_value(whole_pence))
    or (sum(part_days) = any_value(whole_days) and sum(cost_pence) <> any_value(whole_pence))
    or min(cost_pence * sign(whole_pence)) < 0
