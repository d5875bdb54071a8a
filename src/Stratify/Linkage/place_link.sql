-- grain: dataset, row_id
-- reads: source_further, source_identity, register_entry, registered_person, identity.gp_registrations, link_rule
-- Rows without a number whose birth date, sex and postcode are those of exactly one person of the register, or of exactly one of the practice
-- that they name. The first of January stands for a birthday not known, and pseudo postcodes for no address (HES person identifiers, pass 3).
with wanted as (
    select source.dataset, source.row_id, source.birth_date, further.sex, further.postcode, further.practice
    from source_identity as source
    join source_further as further using (dataset, row_id)
    where source.token is null
        and right(cast(source.birth_date as varchar), 5) <> '01-01'
        and exists (select 1 from link_rule where name in ('birth_date_sex_postcode', 'birth_date_sex_postcode_practice'))
),
lived as (
    select distinct registered_person.person_key, born.birth_date, register_entry.sex, born.postcode, register_entry.practice
    from (from identity.gp_registrations semi join wanted using (birth_date, postcode)) as born
    join register_entry using (row_id)
    join registered_person using (person_id)
)
select
    wanted.dataset,
    wanted.row_id,
    case when count(distinct lived.person_key) = 1 then min(lived.person_key) end as person_key,
    case when count(distinct lived.person_key) filter (lived.practice = wanted.practice) = 1 then min(lived.person_key) filter (lived.practice = wanted.practice) end as person_of_practice
from wanted
join lived using (birth_date, sex, postcode)
group by wanted.dataset, wanted.row_id
