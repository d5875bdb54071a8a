-- grain: dataset, source_id
-- reads: emergency_attendances_landed
select
    'emergency_attendances' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'emergency' as setting,
    'ae_attendance' as activity,
    arrival_date as counted_on,
    arrival_date as start_date,
    arrival_date as end_date,
    true as costed,
    left(provider, 3) as provider,
    commissioner,
    cost as carried_pence,
    'attendance' as unit,
    1 as quantity,
    hrg || '||' as price_key,
    '||' as average_key,
    case when department = '01' then 'type_1' when department is not null then 'other_type' end as kind
from emergency_attendances_landed
