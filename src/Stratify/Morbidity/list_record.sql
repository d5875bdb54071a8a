-- grain: person_key, year, list, condition
-- reads: coded_person, matched_code, condition_day
-- What the lists find in a person's record by the end of a year: the first and last day of a condition, the last day on which it was
-- said to be resolved, and who recorded it.
select
    coded_person.person_key,
    condition_day.year,
    matched_code.list,
    matched_code.condition,
    min(coded_person.first_on) filter (where matched_code.kind = 'diagnosis') as first_on,
    max(coded_person.last_on) filter (where matched_code.kind = 'diagnosis') as last_on,
    max(coded_person.last_on) filter (where matched_code.kind = 'resolved') as resolved_on,
    bool_or(coded_person.source = 'practice' and matched_code.kind = 'diagnosis') as by_practice,
    bool_or(coded_person.source = 'hospital' and matched_code.kind = 'diagnosis') as by_hospital,
    bool_or(coded_person.source = 'medicine' and matched_code.kind = 'diagnosis') as by_medicine
from coded_person
join matched_code using (code_id)
join condition_day as known using (year)
join condition_day on condition_day.known_by >= known.known_by
where matched_code.kind in ('diagnosis', 'resolved')
group by coded_person.person_key, condition_day.year, matched_code.list, matched_code.condition
having count(*) filter (where matched_code.kind = 'diagnosis') > 0
