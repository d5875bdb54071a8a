-- law: every loaded event is linked to a person of the register, or counted as unlinked with a reason
-- reads: event, person_link, person
select event.row_id
from event
left join person_link using (row_id)
left join person on person.person_key = event.linked_person
where person_link.grade is null
    or (person_link.grade = 'U') <> (person.person_key is null)
    or person_link.reason is null
    or event.linked_person is distinct from person_link.person_key
    or event.link_grade is distinct from person_link.grade
