-- law: every person of the register has one row for each year in which they were registered, and no other
-- reads: registration, period, person_year
select person_key, year
from (
    select distinct registration.person_key, period.year, true as registered
    from registration
    join period on registration.start_date <= period.date_to and registration.end_date >= period.date_from
        and registration.end_date >= registration.start_date
) as expected
full join person_year using (person_key, year)
where expected.registered is null or person_year.person_id is null
