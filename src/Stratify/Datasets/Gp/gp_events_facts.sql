-- grain: dataset, source_id
-- reads: gp_events_landed
-- Coded facts, from which conditions are found; they are no activity and cost nothing.
select
    'gp_events' as dataset,
    coalesce(practice || '/', '') || source_id as source_id,
    row_id,
    event_date as recorded_on,
    code_system,
    code
from gp_events_landed
