-- grain: person_key
-- reads: spine_identity, registered_person
-- People of the register without a number who may be there twice: their full name and birth date are those of somebody else of it too.
-- Two people may share both, so they are counted and never made one.
select distinct spine.person_key
from spine_identity as spine
join registered_person on registered_person.person_key = spine.person_key and registered_person.token is null
join spine_identity as other using (family_name, given_name, birth_date)
where other.person_key <> spine.person_key
