-- grain: person_key, year
-- reads: person_year, age_band
-- The bands in which the report shows a person: the last age band whose start is reached, and conditions up to five or more.
select
    person_year.person_key,
    person_year.year,
    arg_max(age_band.name, age_band.age_from) as age_band,
    case when any_value(conditions) >= 5 then '5 or more' else cast(any_value(conditions) as varchar) end as conditions_band
from person_year
join age_band on age_band.age_from <= person_year.age
group by person_year.person_key, person_year.year
