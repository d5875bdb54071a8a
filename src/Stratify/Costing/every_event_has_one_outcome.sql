-- law: every event is counted in a year, or named as out of the period, unfinished, after death or told by a ward stay
-- reads: event, event_outcome
select row_id
from (select row_id, true as is_event from event) as event
full join event_outcome using (row_id)
where event_outcome.outcome is null or event.is_event is null
