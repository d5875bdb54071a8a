-- grain: year, day
-- reads: period
-- Each day of each year of the run, from 0, with its month, from 0, and the month as it is written.
select
    year,
    cast(day as smallint) as day,
    cast(dense_rank() over (partition by year order by left(cast(date_from + cast(day as integer) as varchar), 7)) - 1 as smallint) as month,
    left(cast(date_from + cast(day as integer) as varchar), 7) as month_name
from (select year, date_from, unnest(range(date_to - date_from + 1)) as day from period)
