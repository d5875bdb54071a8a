-- grain: dataset
-- category: plausibility
-- scope: activity
-- counts: events of other years
-- of: events
-- needs: events
-- reads: event_outcome
select
    dataset,
    count(*) filter (outcome = 'out_of_period') as violations,
    count(*) as counted
from event_outcome
group by dataset
