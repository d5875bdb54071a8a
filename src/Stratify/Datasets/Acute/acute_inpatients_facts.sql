-- grain: row_id, position
-- reads: acute_inpatients_landed
-- Diagnoses at positions 1 to 20, the primary one first, and procedures from 101. Codes are as they were sent: they are brought
-- into one form where they are matched.
select
    'acute_inpatients' as dataset,
    'hospital' as source,
    row_id,
    recorded_on,
    case when position > 100 then 'OPCS4' else 'ICD10' end as code_system,
    code,
    position
from (
    select
        row_id,
        coalesce(end_date, start_date) as recorded_on,
        unnest([
            diagnosis_1, diagnosis_2, diagnosis_3, diagnosis_4, diagnosis_5, diagnosis_6, diagnosis_7, diagnosis_8,
            diagnosis_9, diagnosis_10, diagnosis_11, diagnosis_12, diagnosis_13, diagnosis_14, diagnosis_15, diagnosis_16,
            diagnosis_17, diagnosis_18, diagnosis_19, diagnosis_20
        ]) as code,
        unnest(range(1, 21)) as position
    from acute_inpatients_landed
    union all
    select
        row_id,
        coalesce(end_date, start_date) as recorded_on,
        unnest([
            procedure_1, procedure_2, procedure_3, procedure_4, procedure_5, procedure_6, procedure_7, procedure_8,
            procedure_9, procedure_10, procedure_11, procedure_12, procedure_13, procedure_14, procedure_15, procedure_16,
            procedure_17, procedure_18, procedure_19, procedure_20, procedure_21, procedure_22, procedure_23, procedure_24
        ]) as code,
        unnest(range(101, 125)) as position
    from acute_inpatients_landed
    where procedure_1 is not null
)
where code is not null
