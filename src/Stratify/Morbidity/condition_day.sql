-- grain: year
-- reads: period
-- What was recorded by the last day of a year is known of the year; each fact becomes known in one year of the run, those of
-- earlier years in the first.
select
    year,
    date_to as known_by,
    coalesce(lag(date_to) over (order by date_to), date '0001-01-01') as known_before
from period
