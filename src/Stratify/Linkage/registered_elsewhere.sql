-- grain: person_key
-- reads: register_entry, person, registration, asked_place
-- Who is of the register and not of the places that the job asks for: what they cost is of another population.
select distinct person.person_key
from register_entry
join person using (person_id)
anti join registration on registration.person_key = person.person_key
where exists (select name from asked_place)
