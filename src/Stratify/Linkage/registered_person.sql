-- grain: person_key
-- reads: register_entry, gp_registrations_landed
-- Everyone on the register, people who used nothing included, as the register knows them. What is said of a person is what the latest span says; where they live and are registered is asked of the year.
-- People are numbered by what practices call them and never by their pseudonyms, so that wherever the order of people decides anything (draws at random, equal costs) another key decides the same.
select
    cast(row_number() over (order by called, person_id) as integer) as person_key,
    person_id,
    token,
    coalesce(sex, '9') as sex,
    ethnic_group,
    died
from (
    select
        register_entry.*,
        max(register_entry.death_date) over (partition by person_id) as died,
        min(concat_ws('/', register_entry.practice, landed.patient_id, register_entry.start_date)) over (partition by person_id) as called,
        row_number() over (partition by person_id order by coalesce(register_entry.start_date, date '1900-01-01') desc, row_id desc) as latest
    from register_entry
    join (select row_id, patient_id from gp_registrations_landed) as landed using (row_id)
)
where latest = 1
