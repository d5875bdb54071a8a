-- grain: person_key, year
-- reads: event, period
-- Who began to live in a care home for good in a year: the first such care to begin in it, of people who were in none on the day before.
-- A service whose price or number changed begins again where it ended, which is no admission.
with care as (
    select linked_person as person_key, start_date, coalesce(end_date, date '9999-12-31') as end_date
    from event
    where dataset = 'social_care_services' and kind = 'care_home' and linked_person is not null and costed
)
select distinct care.person_key, period.year
from care
join period on care.start_date between period.date_from and period.date_to
where not exists (
    select 1 from care as other
    where other.person_key = care.person_key and other.start_date < care.start_date and other.end_date >= care.start_date - 1
)
