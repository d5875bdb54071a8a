-- grain: dataset
-- category: completeness
-- scope: activity
-- counts: events without a price
-- of: events that cost something to give
-- needs: events that cost something to give
-- reads: costed_event
select
    dataset,
    count(*) filter (cost_basis = 'unpriced') as violations,
    count(*) as counted
from costed_event
where cost_basis not in ('in_spell', 'not_costed')
group by dataset
