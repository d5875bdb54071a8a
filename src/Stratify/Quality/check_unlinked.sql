-- grain: dataset
-- category: completeness
-- scope: activity
-- counts: events that no person of the register was found for
-- of: events
-- needs: events
-- reads: event, person_link
select
    event.dataset,
    count(*) filter (person_link.grade = 'U') as violations,
    count(*) as counted
from event
join person_link using (row_id)
group by event.dataset
