-- grain: dataset, source_id
-- reads: community_contacts_landed
-- The contact is counted, never the activities that hang from it. Without an attendance status it counts as attended.
select
    'community_contacts' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'community' as setting,
    'community_contact' as activity,
    contact_date as counted_on,
    contact_date as start_date,
    contact_date as end_date,
    coalesce(attended, '5') in ('5', '6') as costed,
    provider,
    commissioner,
    cost as carried_pence,
    'contact' as unit,
    1 as quantity,
    currency || '||' as price_key,
    '||' as average_key,
    team
from community_contacts_landed
