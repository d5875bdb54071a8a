-- grain: dataset, source_id
-- reads: talking_therapies_landed
-- Without an attendance status a contact counts as attended. The price is that of the appointment's type.
select
    'talking_therapies' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'mental_health' as setting,
    'talking_therapies_contact' as activity,
    contact_date as counted_on,
    contact_date as start_date,
    contact_date as end_date,
    coalesce(attended, '5') in ('5', '6') as costed,
    provider,
    cost as carried_pence,
    'contact' as unit,
    1 as quantity,
    'TALKING THERAPIES|' || appointment_type || '|' as price_key,
    'TALKING THERAPIES||' as average_key
from talking_therapies_landed
