-- grain: row_id
-- reads: acute_inpatients_landed
-- How an episode's person came and left, where the sender tells it: what the counting of stays needs of an extract that is let go of here.
select
    row_id,
    ready_date,
    discharge_method,
    discharge_destination,
    admission_source
from acute_inpatients_landed
where ready_date is not null or discharge_method in ('1', '2', '3', '4') or discharge_destination is not null or left(admission_source, 1) = '5'
