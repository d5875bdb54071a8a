-- grain: dataset, row_id
-- reads: source_identity, registered_person, spine_identity, local_link, place_link, link_rule
-- Each record takes the first rule of the job that finds its person; U, with the reason, where none does. A number and its birth date agree
-- when two of year, month and day do. A valid number is never overruled by anything else: two numbers are two people.
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
),
found as (
    select
        source.dataset,
        source.row_id,
        case
            when source.token is not null then by_number.person_key
            when local_link.person_key is not null and 'local_identifier' in rules.names then local_link.person_key
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then by_name.person_key
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then place_link.person_of_practice
            else place_link.person_key
        end as person_key,
        case
            when by_number.parts >= 2 then 'number_and_birth_date'
            when by_number.person_key is not null and source.birth_date is null then 'number'
            when source.token is not null then null
            when local_link.person_key is not null and 'local_identifier' in rules.names then 'local_identifier'
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then 'name_and_birth_date'
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then 'birth_date_sex_postcode_practice'
            when place_link.person_key is not null then 'birth_date_sex_postcode'
        end as rule,
        case
            when by_number.parts < 2 then 'birth date contradicts number'
            when by_number.person_key is not null then 'a number, by which the job does not link'
            when source.token is not null then 'number not on the register'
            when by_name.people > 1 then 'name and birth date of several people'
            when by_name.people = 1 then 'a name and birth date, by which the job does not link'
            when source.family_name is null or source.given_name is null or source.birth_date is null then 'nothing to link by'
            else 'name and birth date of nobody'
        end as otherwise
    from source_identity as source
    left join by_number using (dataset, row_id)
    left join by_name using (dataset, row_id)
    left join local_link using (dataset, row_id)
    left join place_link using (dataset, row_id)
    cross join (select list(name) as names from link_rule) as rules
)
select dataset, row_id, case when link_rule.name is not null then person_key end as person_key, coalesce(link_rule.grade, 'U') as grade, coalesce(link_rule.says, otherwise) as reason
from found
left join link_rule on link_rule.name = found.rule
