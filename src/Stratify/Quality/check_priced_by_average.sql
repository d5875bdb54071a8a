-- grain: dataset
-- category: completeness
-- scope: activity
-- counts: events priced at the average of their kind
-- of: events that cost something to give
-- needs: events that cost something to give
-- reads: costed_event
select
    dataset,
    count(*) filter (cost_basis = 'average') as violations,
    count(*) as counted
from costed_event
where cost_basis not in ('in_spell', 'not_costed')
group by dataset
