-- grain: person_key, year
-- reads: episode, condition_day
-- Who was in hospital in the two years to the end of a year: of others the Hospital Frailty Risk Score says nothing.
select person_key, year
from (select distinct person_key, discharged_on from episode where person_key is not null) as stay
join condition_day on stay.discharged_on <= condition_day.known_by and stay.discharged_on > condition_day.known_by - 730
group by person_key, year
