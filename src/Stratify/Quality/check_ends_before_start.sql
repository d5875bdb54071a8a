-- grain: dataset
-- category: plausibility
-- scope: activity
-- counts: events that end before they begin
-- of: events with a first and a last day
-- needs: events with a first and a last day
-- reads: event
select
    dataset,
    count(*) filter (end_date < start_date) as violations,
    count(*) filter (end_date is not null and start_date is not null) as counted
from event
group by dataset
