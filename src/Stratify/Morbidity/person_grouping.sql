-- grain: person_key, year, grouping
-- reads: condition_record, grouping_condition
-- How many conditions of a grouping a person has, and what they weigh, in hundredths. Where a grouping knows a condition in two
-- degrees, such as diabetes without and with complications, the heavier one outranks the other, which then neither counts nor weighs.
select
    person_key,
    year,
    grouping,
    count(*) as conditions,
    cast(sum(grouping_condition.weight) as bigint) as weight
from condition_record as found
join grouping_condition using (grouping, condition)
anti join (
    select higher.person_key, higher.year, higher.grouping, outranked.condition
    from condition_record as higher
    join grouping_condition as outranked on outranked.grouping = higher.grouping and outranked.outranked_by = higher.condition
) as outranked using (person_key, year, grouping, condition)
group by person_key, year, grouping
