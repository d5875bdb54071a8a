-- grain: dataset, source_id, position
-- reads: acute_inpatients_landed
-- ICD-10 as lists write it: no dots, padding X, dash, dagger or asterisk, four characters at most.
select
    'acute_inpatients' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    coalesce(end_date, start_date) as recorded_on,
    'ICD10' as code_system,
    left(regexp_replace(regexp_replace(diagnosis.code, '[^A-Z0-9]', '', 'g'), '[XDA]+$', ''), 4) as code,
    diagnosis.position
from acute_inpatients_landed
cross join lateral (values
    (1, diagnosis_1), (2, diagnosis_2), (3, diagnosis_3), (4, diagnosis_4), (5, diagnosis_5), (6, diagnosis_6)
) as diagnosis (position, code)
where diagnosis.code is not null
