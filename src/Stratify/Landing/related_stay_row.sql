-- grain: source, row_id
-- reads: related_link, related_ward_stay, related_spell, related_person
-- A ward stay, or a spell that none of its ward stays tells, as it would stand in one flat file. A stay without an end ends with its spell.
with spell as (
    select source, extract, scope, spell, max(end_date) as end_date
    from related_spell
    group by source, extract, scope, spell
),
stay as (
    select
        stay.source, stay.row_id, stay.extract, stay.sender, stay.provider, stay.stay as key, stay.spell,
        stay.start_date, coalesce(stay.end_date, spell.end_date) as end_date, stay.ward_type, stay.commissioner, stay.cost
    from related_ward_stay as stay
    left join spell using (source, extract, scope, spell)
    union all by name
    select source, row_id, extract, sender, provider, 'spell ' || spell as key, spell, start_date, end_date
    from related_spell
)
select
    stay.source,
    stay.row_id,
    stay.extract,
    person.nhs_number,
    coalesce(person.nhs_number_status, 1) as nhs_number_status,
    person.nhs_number_traced,
    person.gender,
    case when coalesce(stay.provider, person.provider) is null then stay.sender || '/' else '' end || stay.key as source_id,
    coalesce(stay.provider, person.provider) as provider,
    stay.spell,
    stay.start_date,
    stay.end_date,
    stay.ward_type,
    stay.commissioner,
    stay.cost
from related_link as link
join stay using (source, row_id)
left join related_person as person on person.source = link.source and person.row_id = link.person_row
