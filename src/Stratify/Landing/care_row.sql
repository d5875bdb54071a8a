-- grain: row_id
-- reads: client_level_data_landed, care_outcome
-- A row of Client Level Data as a service would stand in a flat file. Where the council leaves a number out and gives one number for
-- the same person elsewhere, it is that one. A reference that is used again on one day has its place added. Release 1 said carer where
-- release 2 says unpaid carer.
with known as (
    select authority, person_reference, min(nhs_number) as nhs_number
    from client_level_data_landed
    where person_reference is not null
    group by authority, person_reference
    having count(distinct nhs_number) = 1
)
select
    landed.* exclude (nhs_number, nhs_number_status, source_id, service_type),
    coalesce(landed.nhs_number, known.nhs_number) as nhs_number,
    case when landed.nhs_number is null and known.nhs_number is not null then 0 else landed.nhs_number_status end as nhs_number_status,
    coalesce(landed.source_id, '') || case when place > 1 then '#' || place else '' end as source_id,
    regexp_replace(regexp_replace(landed.service_type, '^carer support:', 'Unpaid carer support:', 'i'), ': direct to carer$', ': Direct to unpaid carer', 'i') as service_type
from (
    select *, row_number() over (partition by authority, person_reference, coalesce(source_id, ''), start_date order by row_id) as place
    from client_level_data_landed
    semi join (from care_outcome where outcome = 'event') as chosen using (row_id)
) as landed
left join known using (authority, person_reference)
