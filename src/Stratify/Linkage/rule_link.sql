-- grain: dataset, row_id
-- reads: source_identity, numbered_source, spine_identity, local_link, place_link, link_rule
-- Each record takes the first rule of the job that finds its person; U, with the reason, where none does. A number and its birth date agree
-- when two of year, month and day do. A valid number is never overruled by anything else: two numbers are two people. Under a number that
-- several people have, it is for the birth date to tell whose a record is. A number that its sender has not traced makes a weaker link.
with by_name as (
    select
        source.row_id,
        min(spine.person_key) as person_key,
        count(distinct spine.person_key) as people
    from source_identity as source
    join spine_identity as spine using (family_name, given_name, birth_date)
    where source.token is null
    group by source.row_id
),
found as (
    select
        source.dataset,
        source.row_id,
        source.token is not null and source.is_untraced as is_untraced,
        case
            when source.least_agreed = source.greatest_agreed then source.least_agreed
            when source.token is not null then case when source.least = source.greatest then source.least end
            when local_link.person_key is not null and 'local_identifier' in rules.names then local_link.person_key
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then by_name.person_key
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then place_link.person_of_practice
            else place_link.person_key
        end as person_key,
        case
            when source.least_agreed = source.greatest_agreed then 'number_and_birth_date'
            when source.least = source.greatest and source.birth_date is null then 'number'
            when source.token is not null then null
            when local_link.person_key is not null and 'local_identifier' in rules.names then 'local_identifier'
            when by_name.people = 1 and 'name_and_birth_date' in rules.names then 'name_and_birth_date'
            when place_link.person_of_practice is not null and 'birth_date_sex_postcode_practice' in rules.names then 'birth_date_sex_postcode_practice'
            when place_link.person_key is not null then 'birth_date_sex_postcode'
        end as rule,
        case
            when source.least_agreed < source.greatest_agreed or (source.least < source.greatest and source.birth_date is null) then 'number of several people'
            when source.least is not null and source.least_agreed is null and source.birth_date is not null then 'birth date contradicts number'
            when source.least is not null then 'a number, by which the job does not link'
            when source.token is not null then 'number not on the register'
            when by_name.people > 1 then 'name and birth date of several people'
            when by_name.people = 1 then 'a name and birth date, by which the job does not link'
            when source.family_name is null or source.given_name is null or source.birth_date is null then 'nothing to link by'
            else 'name and birth date of nobody'
        end as otherwise
    from numbered_source as source
    left join by_name using (row_id)
    left join local_link using (row_id)
    left join place_link using (row_id)
    cross join (select list(name) as names from link_rule) as rules
)
select
    dataset,
    row_id,
    case when named.grade is not null then person_key end as person_key,
    coalesce(named.grade, 'U') as grade,
    coalesce(named.reason, otherwise) as reason
from found
left join (
    select name as rule, false as is_untraced, grade, says as reason from link_rule
    union all
    select name as rule, true as is_untraced, untraced_grade as grade, says || ', not traced' as reason from link_rule
) as named using (rule, is_untraced)
