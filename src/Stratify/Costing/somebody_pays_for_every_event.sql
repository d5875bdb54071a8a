-- law: every event that counts has one payer, and the person pays no more of it than it costs
-- reads: costed_event
select dataset, source_id
from costed_event
where payer is null
    or payer not in ('icb', 'local_authority', 'nhs_england', 'client')
    or client_pence < 0
    or client_pence > greatest(cost_pence, 0)
