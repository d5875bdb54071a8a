-- grain: person_key, year
-- reads: registration, person, period
-- Everyone who was registered on a day of the year, and on how many: overlapping spans count a day once.
select
    person_key,
    year,
    cast(sum(last_day - first_day + 1) as bigint) as days_registered
from (
    select
        *,
        greatest(date_from, start_date, coalesce(max(end_date) over (
            partition by person_key, year order by start_date, end_date, row_id rows between unbounded preceding and 1 preceding) + 1, date_from)) as first_day,
        least(date_to, end_date) as last_day
    from registration
    join period on registration.start_date <= period.date_to and registration.end_date >= period.date_from
)
where last_day >= first_day
group by person_key, year
