-- grain: person_key
-- reads: register_entry
-- Everyone on the register, people who used nothing included, as the register knows them. What is said of a person is what the latest span says; where they live and are registered is asked of the year.
select
    cast(row_number() over (order by person_id) as integer) as person_key,
    person_id,
    token,
    coalesce(sex, '9') as sex,
    ethnic_group,
    died
from (
    select
        *,
        max(death_date) over (partition by person_id) as died,
        row_number() over (partition by person_id order by coalesce(start_date, date '1900-01-01') desc, row_id desc) as latest
    from register_entry
)
where latest = 1
