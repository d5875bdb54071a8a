-- grain: dataset
-- category: completeness
-- scope: activity
-- counts: events that no person of the register was found for
-- of: events
-- needs: events
-- reads: event
select
    dataset,
    count(*) filter (link_grade = 'U') as violations,
    count(*) as counted
from event
group by dataset
