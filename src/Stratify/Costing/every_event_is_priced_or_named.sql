-- law: every event that counts has a cost, a standard cost and the basis of it, or is named as unpriced
-- reads: costed_event
select dataset, source_id
from costed_event
where cost_pence is null
    or standard_pence is null
    or (cost_basis in ('unpriced', 'in_spell', 'not_costed') and cost_pence <> 0)
    -- A hospital's credit is paid and no cost: what it is told of may be unpriced all the same.
    or (cost_basis in ('in_spell', 'not_costed') and paid_pence is not null)
    or (cost_basis = 'unpriced' and paid_pence >= 0)
    or (cost_basis in ('price', 'average') and price_key is null)
