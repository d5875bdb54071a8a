-- law: nothing that begins more than thirty days after a person's death is counted
-- reads: costed_event, event, person
select costed_event.source_id
from costed_event
join event using (dataset, source_id)
join person on person.person_key = costed_event.person_key
where event.start_date > person.died + 30
