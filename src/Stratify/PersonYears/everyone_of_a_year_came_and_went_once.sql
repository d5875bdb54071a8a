-- law: everyone of a year was there when it began, was born or joined, and was there when it ended, died or left, once each; and who died is who has died in the year
-- reads: register_change, person_year
select person_key, year
from register_change
full join person_year using (person_key, year)
where came is null
    or came not in ('there', 'born', 'joined')
    or went not in ('there', 'died', 'left')
    or person_year.person_id is null
    or (went = 'died') <> person_year.died
