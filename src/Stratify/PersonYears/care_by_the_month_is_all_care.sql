-- law: what is kept of single events by month and provider has every contact and every penny of its setting and year
-- reads: person_care, person_year_cost
select year, setting
from (select year, setting, sum(contacts) as contacts, sum(pence) as pence from person_care group by year, setting) as kept
full join (select year, setting, sum(contacts) as contacts, sum(pence) as pence from person_year_cost group by year, setting) as whole using (year, setting)
where kept.contacts is distinct from whole.contacts or kept.pence is distinct from whole.pence
