-- grain: number
-- reads: cohort, person_year
-- A number for each cohort of a year, so that the cohorts of a person make a short list, and what is measured of cohorts is gathered by a number alone.
select
    cast(cohort.number + years.place * (select count(*) from cohort) as integer) as number,
    cohort.scheme,
    cohort.cohort,
    years.year
from cohort
cross join (select year, row_number() over (order by year) - 1 as place from (select distinct year from person_year)) as years
