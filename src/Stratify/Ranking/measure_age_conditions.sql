-- grain: year, age_band, conditions_band
-- reads: person_year, person_band
select
    year,
    age_band,
    conditions_band,
    count(*) as people,
    cast(sum(cost) as bigint) as pence
from person_year
join person_band using (person_key, year)
group by year, age_band, conditions_band
