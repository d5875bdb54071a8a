-- grain: person_key, family_name, given_name, birth_date
-- reads: register_entry, registered_person, identity.gp_registrations
-- Each way in which the register names a person. Dropped when linkage is done.
select distinct
    registered_person.person_key,
    born.family_name,
    born.given_name,
    born.birth_date
from register_entry
join registered_person using (person_id)
join identity.gp_registrations as born using (row_id)
