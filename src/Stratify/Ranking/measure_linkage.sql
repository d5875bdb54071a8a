-- grain: dataset, grade
-- reads: event_outcome
-- Activity by grade of link. Pence are those of the run's years; where a record is nobody's, each counts as a person.
select
    dataset,
    grade,
    cast(sum(records) as bigint) as records,
    count(person_key) as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from (
    select dataset, grade, person_key, count(*) as records, cast(coalesce(sum(pence), 0) as bigint) as pence
    from event_outcome
    where person_key is not null
    group by dataset, grade, person_key
    union all
    select dataset, grade, null, 1, coalesce(pence, 0)
    from event_outcome
    where person_key is null
)
group by dataset, grade
