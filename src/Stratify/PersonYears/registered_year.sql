-- grain: person_key, year
-- reads: registration, person, period
-- Everyone who was registered on a day of the year, and on how many: overlapping spans count a day once.
-- The last span to begin says where they lived in that year: one that begins after it says nothing of it.
select
    person_key,
    year,
    cast(sum(greatest(0, last_day - first_day + 1)) as bigint) as days_registered,
    max(row_id) filter (latest = 1) as row_id
from (
    select
        *,
        greatest(date_from, start_date, coalesce(max(end_date) over (
            partition by person_key, year order by start_date, end_date, row_id rows between unbounded preceding and 1 preceding) + 1, date_from)) as first_day,
        least(date_to, end_date) as last_day,
        row_number() over (partition by person_key, year order by start_date desc, row_id desc) as latest
    from registration
    join period on registration.start_date <= period.date_to and registration.end_date >= period.date_from
    where registration.end_date >= registration.start_date
)
group by person_key, year
