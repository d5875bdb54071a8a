-- grain: column_name, value
-- reads: link_source, link_spine
-- How many people of the register have a value that a record gives: to share a rare one says more.
select column_name, value, count(distinct person_key) as people
from (
    select distinct 'family_name' as column_name, family_name as value, person_key from link_spine semi join link_source using (family_name)
    union all
    select distinct 'given_name', given_name, person_key from link_spine semi join link_source using (given_name)
    union all
    select distinct 'birth_date', born, person_key from link_spine semi join link_source using (born)
    union all
    select distinct 'postcode', postcode, person_key from link_spine semi join link_source using (postcode)
    union all
    select distinct 'property', property, person_key from link_spine semi join link_source using (property)
)
group by column_name, value
