-- grain: nhs_number
-- reads: gp_registrations_landed, identity.gp_registrations
-- The earliest birth date that the register gives for a number: a row is before birth only when it is before every one of them. Dropped when the rows have been checked.
select nhs_number, min(birth_date) as birth_date
from gp_registrations_landed
join identity.gp_registrations using (row_id)
where nhs_number is not null
group by nhs_number
