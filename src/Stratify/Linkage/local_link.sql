-- grain: dataset, row_id
-- reads: source_further, source_identity, registered_person, spine_identity
-- Rows without a number whose sender elsewhere gives one for the same key of its own: the number must be the only one under that key, and its
-- person's birth date agree there, and here where there is one.
with numbered as (
    select
        further.dataset,
        further.local_key,
        source.token,
        registered_person.person_key,
        parts_alike(source.birth_date, spine.birth_date) as parts
    from source_further as further
    join source_identity as source using (dataset, row_id)
    left join registered_person on registered_person.token = source.token
    left join spine_identity as spine on spine.person_key = registered_person.person_key
    where further.local_key is not null and source.token is not null
),
known as (
    select dataset, local_key, min(person_key) filter (parts >= 2) as person_key
    from numbered
    group by dataset, local_key
    having count(distinct token) = 1 and count(distinct person_key) filter (parts >= 2) = 1
)
select further.dataset, further.row_id, any_value(known.person_key) as person_key
from source_further as further
join source_identity as source using (dataset, row_id)
join known on known.dataset = further.dataset and known.local_key = further.local_key
join spine_identity as spine on spine.person_key = known.person_key
where source.token is null
    and (source.birth_date is null
        or parts_alike(source.birth_date, spine.birth_date) >= 2)
group by further.dataset, further.row_id
