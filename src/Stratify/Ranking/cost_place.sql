-- grain: person_key, year
-- reads: person_year, period
-- Where a person stands among everybody of the year by cost: the place from 1, ties broken by the person's number in the run, and the tenth, which
-- equal costs share; and the year after, where it follows at once and the run has it.
select
    person.person_key,
    person.year,
    cast(row_number() over by_cost as bigint) as place,
    cast(10 * (rank() over (partition by person.year order by person.cost) - 1) // count(*) over (partition by person.year) + 1 as bigint) as tenth,
    count(*) over (partition by person.year) as everyone,
    following.year as next_year
from person_year as person
left join (
    select lag(year) over in_turn as year_before, year, date_from - lag(date_to) over in_turn as days_between
    from period
    window in_turn as (order by date_from)
) as following on following.year_before = person.year and following.days_between = 1
window by_cost as (partition by person.year order by person.cost desc, person.person_key)
