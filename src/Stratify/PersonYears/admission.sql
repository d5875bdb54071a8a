-- grain: spell_id
-- reads: stay_year
-- Stays in hospital of people, in the year that they count in.
select spell_id, person_key, year, is_emergency, admitted_on, discharged_on, nights_of_all as nights, first_row_id
from stay_year
where counts_here
