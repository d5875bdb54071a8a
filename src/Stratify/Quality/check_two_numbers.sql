-- grain: dataset
-- category: plausibility
-- scope: register
-- counts: rows of a practice's patient who has two NHS numbers
-- of: rows with an NHS number
-- needs: rows with an NHS number
-- reads: gp_registrations_landed
-- A practice knows a patient by one key: two numbers under it are two people under one key, or a mistyped number.
select
    'gp_registrations' as dataset,
    cast(coalesce(sum(row_count) filter (numbers > 1), 0) as bigint) as violations,
    cast(coalesce(sum(row_count), 0) as bigint) as counted
from (
    select practice, patient_id, count(*) as row_count, count(distinct nhs_number) as numbers
    from gp_registrations_landed
    where nhs_number is not null
    group by practice, patient_id
)
