-- grain: year, settings
-- reads: person_year, person_year_cost, setting
-- Which settings a person used in the year, together; nobody's is 'none'. People are gathered by a number with a digit for each setting, and only
-- the numbers that somebody has are written out.
with placed as (
    select name, row_number() over (order by name) - 1 as digit
    from setting
),
used as (
    select cost.person_key, cost.year, bit_or(1 << cast(placed.digit as integer)) as settings
    from person_year_cost as cost
    join placed on placed.name = cast(cost.setting as varchar)
    where cost.contacts > 0
    group by cost.person_key, cost.year
),
counted as (
    select
        person.year,
        coalesce(used.settings, 0) as settings,
        count(*) as people,
        cast(sum(person.cost) as bigint) as pence,
        coalesce(max(abs(person.cost), 2)[1], 0) as pence_largest,
        coalesce(max(abs(person.cost), 2)[2], 0) as pence_second
    from person_year as person
    left join used using (person_key, year)
    group by person.year, coalesce(used.settings, 0)
)
select
    counted.year,
    coalesce(named.settings, 'none') as settings,
    counted.people,
    counted.pence,
    counted.pence_largest,
    counted.pence_second
from counted
left join (
    select counted.year, counted.settings as number, string_agg(placed.name, '+' order by placed.name) as settings
    from counted
    join placed on counted.settings & (1 << cast(placed.digit as integer)) > 0
    group by counted.year, counted.settings
) as named on named.year = counted.year and named.number = counted.settings
