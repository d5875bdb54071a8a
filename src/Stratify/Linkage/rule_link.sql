-- grain: dataset, row_id
-- reads: source_identity, registered_person, spine_identity, local_link, place_link, link_rule
-- Each record takes the first rule of the job that finds its person; U, with the reason, where none does. A number and its birth date agree
-- when two of year, month and day do. A valid number is never overruled by anything else: two numbers are two people. Under a number that
-- several people have, it is for the birth date to tell whose a record is. A number that its sender has not traced makes a weaker link.
with by_number as (
    select
        dataset, row_id,
        min(person_key) as least, max(person_key) as greatest,
        min(person_key) filter (parts >= 2) as least_agreed, max(person_key) filter (parts >= 2) as greatest_agreed
    from (
        select
            source.dataset, source.row_id, registered_person.person_key,
            (year(source.birth_date) = year(spine.birth_date))::integer + (month(source.birth_date) = month(spine.birth_date))::integer + (day(source.birth_date) = day(spine.birth_date))::integer as parts
        from source_identity as source
        join registered_person on registered_person.token = source.token
        join spine_identity as spine on spine.person_key = registered_person.person_key
    )
    group by dataset, row_id
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
        source.token is not null and source.is_untraced as is_untraced,
        case
            when by_number.least_agreed = by_number.greatest_agreed then by_number.least_agreed
            when source.token is not null then case when by_number.least = by_number.greatest then by_number.least end
            when local_link.person_key is not null and 'local_identifier' in rules.names then local_link.person_key
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then by_name.person_key
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then place_link.person_of_practice
            else place_link.person_key
        end as person_key,
        case
            when by_number.least_agreed = by_number.greatest_agreed then 'number_and_birth_date'
            when by_number.least = by_number.greatest and source.birth_date is null then 'number'
            when source.token is not null then null
            when local_link.person_key is not null and 'local_identifier' in rules.names then 'local_identifier'
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then 'name_and_birth_date'
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then 'birth_date_sex_postcode_practice'
            when place_link.person_key is not null then 'birth_date_sex_postcode'
        end as rule,
        case
            when by_number.least_agreed < by_number.greatest_agreed or (by_number.least < by_number.greatest and source.birth_date is null) then 'number of several people'
            when by_number.least is not null and by_number.least_agreed is null and source.birth_date is not null then 'birth date contradicts number'
            when by_number.least is not null then 'a number, by which the job does not link'
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
select
    dataset,
    row_id,
    case when link_rule.name is not null then person_key end as person_key,
    coalesce(case when is_untraced then link_rule.untraced_grade else link_rule.grade end, 'U') as grade,
    coalesce(link_rule.says || case when is_untraced then ', not traced' else '' end, otherwise) as reason
from found
left join link_rule on link_rule.name = found.rule
