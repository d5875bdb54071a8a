-- grain: year, settings
-- reads: person_year, person_year_cost
-- Which settings a person used in the year, together; nobody's is 'none'.
select
    year,
    settings,
    count(*) as people,
    cast(sum(cost) as bigint) as pence,
    coalesce(max(abs(cost), 2)[1], 0) as pence_largest,
    coalesce(max(abs(cost), 2)[2], 0) as pence_second
from (
    select
        person_year.year,
        person_year.cost,
        coalesce(string_agg(used.setting, '+' order by used.setting), 'none') as settings
    from person_year
    left join person_year_cost as used on used.person_key = person_year.person_key and used.year = person_year.year and used.contacts > 0
    group by person_year.person_key, person_year.year, person_year.cost
)
group by year, settings
