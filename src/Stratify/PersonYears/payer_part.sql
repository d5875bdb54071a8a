-- grain: person_key, year, setting, payer
-- reads: person_year_payer
-- What each payer paid for a person: the payer of each event, less what the person paid of it, which is theirs.
select person_key, year, setting, payer, max(contacts) as contacts, cast(sum(pence) as bigint) as pence
from (
    select person_key, year, setting, payer, contacts, pence - client_pence as pence from person_year_payer
    union all
    select person_key, year, setting, 'client', contacts, client_pence from person_year_payer where client_pence > 0
)
group by person_key, year, setting, payer
