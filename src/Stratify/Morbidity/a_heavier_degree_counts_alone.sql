-- law: where a condition counts in two degrees, a person's number of conditions is that of the heavier ones
-- reads: condition_record, grouping_condition, person_grouping
select person_key, year, grouping
from (
    select found.person_key, found.year, found.grouping, count(*) filter (where higher.condition is null) as conditions
    from condition_record as found
    join grouping_condition using (grouping, condition)
    left join condition_record as higher
        on higher.person_key = found.person_key and higher.year = found.year and higher.grouping = found.grouping
        and higher.condition = grouping_condition.outranked_by
    group by found.person_key, found.year, found.grouping
) as expected
full join person_grouping using (person_key, year, grouping)
where expected.conditions is distinct from person_grouping.conditions
