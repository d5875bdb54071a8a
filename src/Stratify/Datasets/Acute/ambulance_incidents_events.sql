-- grain: dataset, source_id
-- reads: ambulance_incidents_landed
-- Part of emergency care, as money is counted, and no attendance: who is taken to a department has an attendance of its own,
-- whose price is without the journey. That an attendance came by ambulance adds no cost to it, so no journey is paid twice.
select
    'ambulance_incidents' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'emergency' as setting,
    'ambulance_incident' as activity,
    incident_date as counted_on,
    incident_date as start_date,
    incident_date as end_date,
    true as costed,
    provider,
    cost as carried_pence,
    'incident' as unit,
    1 as quantity,
    'AMBULANCE|' || replace(outcome, '&', 'AND') || '|' as price_key,
    'AMBULANCE||' as average_key
from ambulance_incidents_landed
