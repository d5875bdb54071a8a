-- grain: dataset, grade
-- reads: event_outcome
-- Activity by grade of link. Pence are those of the run's years.
select
    dataset,
    grade,
    count(*) as records,
    count(distinct person_key) as people,
    cast(coalesce(sum(pence), 0) as bigint) as pence
from event_outcome
group by dataset, grade
