-- grain: dataset, grade
-- reads: event, person_link, costed_event
-- Activity by grade of link. Pence are those of the run's years.
select
    event.dataset,
    person_link.grade,
    count(distinct event.source_id) as records,
    count(distinct person_link.person_key) as people,
    cast(coalesce(sum(costed_event.cost_pence), 0) as bigint) as pence
from event
join person_link using (dataset, row_id)
left join costed_event using (dataset, source_id)
group by event.dataset, person_link.grade
