-- grain: dataset, source_id
-- reads: event
-- Events as costing reads them: with the person that each was linked to.
select * rename (linked_person as person_key)
from event
