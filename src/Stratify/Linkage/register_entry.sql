-- grain: row_id
-- reads: gp_registrations_landed, register_pseudonym
-- A row without a usable NHS number is a person of its own, named by practice and patient: nobody falls out of the population.
select
    row_id,
    coalesce(person_id, register_pseudonym.pseudonym) as person_id,
    nhs_number as token,
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
