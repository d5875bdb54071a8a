-- grain: grouping, condition, year
-- reads: condition_record
-- Where conditions are known from: a place that codes more looks sicker, so it is told how many people are known by the practice
-- alone, by the hospital alone, by both, and by medicines without a code.
select
    grouping,
    condition,
    year,
    count(*) as people,
    count(*) filter (where by_practice and not by_hospital) as practice_alone,
    count(*) filter (where by_hospital and not by_practice) as hospital_alone,
    count(*) filter (where by_practice and by_hospital) as practice_and_hospital,
    count(*) filter (where not by_practice and not by_hospital) as medicines_alone
from condition_record
group by grouping, condition, year
