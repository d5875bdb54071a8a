-- grain: person_key, year, setting
-- reads: person_year_payer
-- What was spent on a person in a year by setting, whoever paid.
select
    person_key,
    year,
    setting,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(pence) as bigint) as pence,
    cast(sum(paid_pence) as bigint) as paid_pence,
    cast(sum(standard_pence) as bigint) as standard_pence,
    cast(sum(mff_pence) as bigint) as mff_pence
from person_year_payer
group by person_key, year, setting
