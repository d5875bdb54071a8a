-- grain: row_id
-- reads: register_entry, person, run
-- A blank start is before the period, a blank end after it; nobody is registered after death.
select
    entry.row_id,
    person.person_key,
    entry.practice,
    entry.neighbourhood,
    entry.area,
    entry.deprivation_decile,
    coalesce(entry.start_date, date '1900-01-01') as start_date,
    least(coalesce(entry.end_date, run.period_to), coalesce(person.died, run.period_to), run.period_to) as end_date
from register_entry as entry
join person using (person_id)
cross join run
