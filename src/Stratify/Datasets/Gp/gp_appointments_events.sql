-- grain: dataset, source_id
-- reads: gp_appointments_landed
-- Minutes: the time it took when it was timed and shorter than the slot, else the slot, at most an hour;
-- ten minutes where neither is known (North Central London's rule for its appointment data).
-- A book may price by the role of whom one saw, or by how one was seen.
-- A slot that was booked and not used stays as activity, without cost.
select
    'gp_appointments' as dataset,
    coalesce(practice || '/', '') || source_id as source_id,
    row_id,
    'primary_care' as setting,
    'gp_appointment' as activity,
    appointment_date as counted_on,
    appointment_date as start_date,
    appointment_date as end_date,
    status in ('ARRIVED', 'IN PROGRESS', 'FINISHED', 'VISIT', 'WAITING', 'PATIENT WALKED OUT', 'ATTENDED') as costed,
    practice as provider,
    cost as carried_pence,
    'minute' as unit,
    least(60, case
        when actual_minutes > 0 and actual_minutes < planned_minutes then actual_minutes
        when planned_minutes > 0 then planned_minutes
        when actual_minutes > 0 then actual_minutes
        else 10
    end) as quantity,
    clinician || '||' as price_key,
    '|' || mode || '|' as second_key,
    '||' as average_key,
    case when clinician = 'GP' then 'gp' when clinician is not null then 'other_role' end as kind
from gp_appointments_landed
