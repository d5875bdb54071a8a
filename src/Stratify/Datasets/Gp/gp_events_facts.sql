-- grain: row_id, position
-- reads: gp_events_landed
-- Coded facts, from which conditions are found; they are no activity and cost nothing.
select
    'gp_events' as dataset,
    'practice' as source,
    row_id,
    event_date as recorded_on,
    code_system,
    code,
    1 as position
from gp_events_landed
