-- grain: dataset, source_id
-- reads: gp_events_landed
-- Coded facts, from which conditions are found; they are no activity and cost nothing. ICD-10 is written as for inpatients:
-- a list's I110 would never be found in I11.0.
select
    'gp_events' as dataset,
    coalesce(practice || '/', '') || source_id as source_id,
    row_id,
    event_date as recorded_on,
    code_system,
    case
        when code_system = 'ICD10' then left(regexp_replace(regexp_replace(upper(code), '[^A-Z0-9]', '', 'g'), '[XDA]+$', ''), 4)
        else code
    end as code
from gp_events_landed
