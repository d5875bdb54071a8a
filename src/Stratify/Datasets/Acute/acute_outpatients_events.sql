-- grain: dataset, source_id
-- reads: acute_outpatients_landed
-- A procedure's price replaces the attendance's, never both; an appointment not attended is activity without cost.
select
    'acute_outpatients' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'outpatient' as setting,
    'outpatient_appointment' as activity,
    appointment_date as counted_on,
    appointment_date as start_date,
    appointment_date as end_date,
    attended in ('5', '6') as costed,
    left(provider, 3) as provider,
    commissioner,
    cost as carried_pence,
    'attendance' as unit,
    1 as quantity,
    case when not starts_with(hrg, 'WF') then hrg || '||procedure' end as price_key,
    treatment_function || '|' || kind || '|' as second_key,
    '|' || kind || '|' as average_key,
    case
        when not starts_with(hrg, 'WF') then 'procedure'
        when first_attendance in ('1', '3') then 'first'
        when first_attendance in ('2', '4') then 'follow_up'
    end as kind
from (
    select
        *,
        case first_attendance
            when '1' then 'first_face_to_face'
            when '3' then 'first_remote'
            when '4' then 'follow_up_remote'
            else 'follow_up_face_to_face'
        end as kind
    from acute_outpatients_landed
)
