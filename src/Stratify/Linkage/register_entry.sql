-- grain: row_id
-- reads: gp_registrations_landed, register_pseudonym, shared_number
-- A row without a usable NHS number, or under one that is somebody else's too, is a person of its own, named by practice and patient:
-- nobody falls out of the population, and two people are not counted as one.
select
    row_id,
    coalesce(register_pseudonym.pseudonym, person_id) as person_id,
    case when not coalesce(shared_number.is_dummy, false) then nhs_number end as token,
    coalesce(not shared_number.is_dummy, false) as shares_number,
    practice,
    neighbourhood,
    area,
    deprivation_decile,
    ethnic_group,
    sex,
    start_date,
    end_date,
    death_date
from gp_registrations_landed
left join register_pseudonym using (row_id)
left join shared_number using (row_id)
