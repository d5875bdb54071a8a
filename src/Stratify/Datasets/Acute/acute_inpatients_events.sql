-- grain: dataset, source_id
-- reads: acute_inpatients_landed
-- One event an episode. Costing joins them to spells and prices each spell once.
-- An episode that is not finished is kept and not counted: it is sent again when it ends. A well baby (healthcare resource group PB03Z, or
-- treatment function 424 at a birth) is cared for with its mother, whose stay holds the cost.
select
    'acute_inpatients' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'inpatient' as setting,
    case
        when patient_class = '2' then 'day_case'
        when patient_class in ('3', '4') then 'regular_attendance'
        when method[1] = '1' then 'elective_admission'
        when method[1] = '2' then 'emergency_admission'
        when method in ('31', '32') then 'maternity_admission'
        when method in ('82', '83') then 'birth'
        else 'other_admission'
    end as activity,
    case when coalesce(episode_status, '3') = '3' then coalesce(discharge_date, end_date) end as counted_on,
    start_date,
    end_date,
    coalesce(episode_status, '3') = '3' and coalesce(discharge_date, end_date) is not null
        and not coalesce(hrg = 'PB03Z' or (treatment_function = '424' and method in ('82', '83')), false) as costed,
    left(provider, 3) as provider,
    commissioner,
    cost as carried_pence,
    'spell' as unit,
    1 as quantity,
    left(provider, 3) || '/' || spell_number as spell_number,
    coalesce(admission_date, start_date) as admitted_on,
    discharge_date as discharged_on,
    coalesce(episode_order, 1) as episode_order,
    coalesce(discharge_method, '8') = '8' and discharge_date is null as goes_on,
    method,
    patient_class,
    hrg,
    coalesce(main_specialty, treatment_function) as specialty
from acute_inpatients_landed
