-- grain: dataset
-- category: plausibility
-- scope: activity
-- counts: events that begin one to thirty days after the person's death, and count
-- of: events
-- needs: events
-- reads: event_outcome
select
    dataset,
    count(*) filter (is_soon_after_death) as violations,
    count(*) as counted
from event_outcome
group by dataset
