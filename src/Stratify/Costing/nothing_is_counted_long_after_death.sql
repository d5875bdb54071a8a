-- law: nothing that begins more than thirty days after a person's death is counted
-- reads: costed_event, event, person
select costed_event.source_id
from costed_event
join (select * from person where died is not null) as person on person.person_key = costed_event.person_key
join event using (row_id)
where event.start_date > person.died + 30
