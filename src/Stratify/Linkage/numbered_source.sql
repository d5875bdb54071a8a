-- grain: dataset, row_id
-- reads: source_identity, registered_person, spine_identity
-- What each record says of its person, with the first and the last of the people whom its number is of, and of those with whose birth date
-- its own agrees. Most numbers are of one person whom the register names once, and their rows are judged as they pass; the others are gathered.
with single as (
    select token, min(registered_person.person_key) as person_key, min(spine.birth_date) as birth_date
    from registered_person
    join spine_identity as spine using (person_key)
    where token is not null
    group by token
    having count(*) = 1
),
by_number as (
    select
        row_id,
        min(person_key) as least, max(person_key) as greatest,
        min(person_key) filter (parts >= 2) as least_agreed, max(person_key) filter (parts >= 2) as greatest_agreed
    from (
        select
            source.row_id, registered_person.person_key,
            parts_alike(source.birth_date, spine.birth_date) as parts
        from source_identity as source
        join (select * from registered_person anti join single using (token)) as registered_person on registered_person.token = source.token
        join spine_identity as spine on spine.person_key = registered_person.person_key
    )
    group by row_id
)
select
    source.* exclude (person_key, parts),
    coalesce(source.person_key, by_number.least) as least,
    coalesce(source.person_key, by_number.greatest) as greatest,
    case when source.person_key is null then by_number.least_agreed when parts >= 2 then source.person_key end as least_agreed,
    case when source.person_key is null then by_number.greatest_agreed when parts >= 2 then source.person_key end as greatest_agreed
from (
    select
        source_identity.*,
        parts_alike(source_identity.birth_date, single.birth_date) as parts,
        single.person_key
    from source_identity
    left join single using (token)
) as source
left join by_number using (row_id)
