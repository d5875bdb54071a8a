-- law: a condition that a code says is known from its first record on, and not in an earlier year
-- reads: condition_record, condition_day
select person_key, year, grouping, condition
from condition_record
join condition_day using (year)
where first_recorded_on > known_by or last_recorded_on > known_by or not (by_practice or by_hospital or by_medicine)
