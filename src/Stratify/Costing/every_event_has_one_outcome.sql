-- law: every event is counted in a year, or named as out of the period, unfinished, after death or told by a ward stay
-- reads: event, event_outcome
select dataset, source_id
from event
full join event_outcome using (dataset, source_id)
where event_outcome.outcome is null or event.row_id is null
