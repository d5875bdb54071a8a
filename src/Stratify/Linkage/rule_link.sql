-- grain: dataset, row_id
-- reads: source_identity, registered_person, spine_identity
-- A: valid NHS number, and at least two of year, month and day of birth agree. B: valid number, no birth date sent.
-- C: no usable number, and family name, given name and birth date are those of exactly one person of the register.
-- U: not linked by a rule, with the reason. A valid number is never overruled by a name: two numbers are two people.
with by_number as (
    select
        source.dataset,
        source.row_id,
        any_value(registered_person.person_key) as person_key,
        max(
            case when year(source.birth_date) = year(spine.birth_date) then 1 else 0 end
            + case when month(source.birth_date) = month(spine.birth_date) then 1 else 0 end
            + case when day(source.birth_date) = day(spine.birth_date) then 1 else 0 end
        ) as parts
    from source_identity as source
    join registered_person on registered_person.token = source.token
    join spine_identity as spine on spine.person_key = registered_person.person_key
    group by source.dataset, source.row_id
),
by_name as (
    select
        source.dataset,
        source.row_id,
        min(spine.person_key) as person_key,
        count(distinct spine.person_key) as people
    from source_identity as source
    join spine_identity as spine using (family_name, given_name, birth_date)
    where source.token is null
    group by source.dataset, source.row_id
)
select
    source.dataset,
    source.row_id,
    case
        when source.token is not null and (source.birth_date is null or by_number.parts >= 2) then by_number.person_key
        when source.token is null and by_name.people = 1 then by_name.person_key
    end as person_key,
    case
        when by_number.person_key is not null and source.birth_date is null then 'B'
        when by_number.parts >= 2 then 'A'
        when source.token is null and by_name.people = 1 then 'C'
        else 'U'
    end as grade,
    case
        when by_number.person_key is not null and source.birth_date is null then 'number'
        when by_number.parts >= 2 then 'number and birth date'
        when by_number.person_key is not null then 'birth date contradicts number'
        when source.token is not null then 'number not on the register'
        when by_name.people = 1 then 'name and birth date'
        when by_name.people > 1 then 'name and birth date of several people'
        when source.family_name is null or source.given_name is null or source.birth_date is null then 'nothing to link by'
        else 'name and birth date of nobody'
    end as reason
from source_identity as source
left join by_number using (dataset, row_id)
left join by_name using (dataset, row_id)
