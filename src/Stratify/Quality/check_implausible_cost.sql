-- grain: dataset
-- category: plausibility
-- scope: activity
-- counts: events that cost less than nothing, or more than 250,000 pounds
-- of: events that cost something to give
-- needs: events that cost something to give
-- reads: costed_event
-- What is paid is looked at too, where a standard price stands for it.
-- The dearest price of the National Cost Collection 2024/25 is 169,653 pounds (SA22B, elective).
select
    dataset,
    count(*) filter (least(cost_pence, paid_pence) < 0 or greatest(cost_pence, paid_pence) > 25000000) as violations,
    count(*) as counted
from costed_event
where cost_basis not in ('in_spell', 'not_costed')
group by dataset
