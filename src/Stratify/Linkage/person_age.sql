-- grain: person_key, year
-- reads: register_entry, person, identity.gp_registrations, period
-- Whole years on the year's first day, 0 for those born later, and whether that was in the year. The birth date itself goes no further.
select
    person.person_key,
    period.year,
    greatest(0, cast(date_sub('year', max(born.birth_date), any_value(period.date_from)) as integer)) as age,
    max(born.birth_date) between any_value(period.date_from) and any_value(period.date_to) as is_born
from person
join register_entry using (person_id)
join identity.gp_registrations as born on born.row_id = register_entry.row_id
cross join period
group by person.person_key, period.year
