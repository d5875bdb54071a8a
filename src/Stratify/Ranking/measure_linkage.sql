-- grain: dataset, grade
-- reads: event, person_link, costed_event
-- Activity by grade of link. Pence are those of the run's years.
select
    event.dataset,
    person_link.grade,
    count(*) as records,
    count(distinct person_link.person_key) as people,
    cast(coalesce(sum(cost.cost_pence), 0) as bigint) as pence
from event
join person_link using (row_id)
left join (select row_id, cast(sum(cost_pence) as bigint) as cost_pence from costed_event group by row_id) as cost using (row_id)
group by event.dataset, person_link.grade
