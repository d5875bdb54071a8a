-- grain: dataset
-- category: plausibility
-- scope: activity
-- counts: events that begin more than thirty days after the person's death
-- of: events
-- needs: events
-- reads: event_outcome
select
    dataset,
    count(*) filter (outcome = 'after_death') as violations,
    count(*) as counted
from event_outcome
group by dataset
