-- grain: dataset, source_id
-- reads: mental_health_contacts_landed
-- Without an attendance status a contact counts as attended.
select
    'mental_health_contacts' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'mental_health' as setting,
    'mental_health_contact' as activity,
    contact_date as counted_on,
    contact_date as start_date,
    contact_date as end_date,
    coalesce(attended, '5') in ('5', '6') as costed,
    provider,
    commissioner,
    cost as carried_pence,
    'contact' as unit,
    1 as quantity,
    team || '||' as price_key,
    '||' as average_key,
    team
from mental_health_contacts_landed
