-- law: everyone of a year is placed in cohorts once, and nobody else is
-- reads: person_year, person_cohort
select person_key, year
from (
    select person_key, year, 1 as expected, 0 as placed from person_year
    union all
    select person_key, year, 0 as expected, 1 as placed from person_cohort
)
group by person_key, year
having sum(expected) <> 1 or sum(placed) <> 1
