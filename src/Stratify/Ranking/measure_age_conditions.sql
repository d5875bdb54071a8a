-- grain: year, age_band, conditions_band
-- reads: person_year, person_band
select
    year,
    age_band,
    conditions_band,
    count(*) as people,
    cast(sum(cost) as bigint) as pence,
    coalesce(max(abs(cost), 2)[1], 0) as pence_largest,
    coalesce(max(abs(cost), 2)[2], 0) as pence_second
from person_year
join person_band using (person_key, year)
group by year, age_band, conditions_band
