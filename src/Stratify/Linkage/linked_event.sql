-- grain: dataset, source_id
-- reads: event, person_link
select
    event.*,
    person_link.person_key
from event
left join person_link using (row_id)
