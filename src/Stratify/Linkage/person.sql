-- grain: person_key
-- reads: registered_person, death
-- The list of registered deaths is sure of what practices learn late or not at all: its date of death stands, then the register's,
-- then the day on which the death was registered, which comes after it.
select
    registered_person.person_key,
    registered_person.person_id,
    registered_person.token,
    registered_person.sex,
    registered_person.ethnic_group,
    coalesce(death.death_date, registered_person.died, death.registered_on) as died,
    registered_person.died as died_by_register,
    death.death_date as died_by_list
from registered_person
left join death using (person_key)
