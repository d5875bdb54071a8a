-- law: an event costs what it does as a standard where the job costs by that, and what is paid for it, where that is told, where the job costs by that
-- reads: costed_event, cost_choice
select dataset, source_id
from costed_event
cross join cost_choice
where case way when 'standard' then cost_pence is distinct from standard_pence else paid_pence >= 0 and cost_pence is distinct from paid_pence end
