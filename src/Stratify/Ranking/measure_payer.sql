-- grain: year, payer, setting
-- reads: person_year_payer
-- Who paid, and for how many people: the payer of each event, less what the person paid of it, which is theirs.
select
    year,
    payer,
    setting,
    count(*) filter (contacts > 0) as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from (
    select person_key, year, payer, setting, max(contacts) as contacts, cast(sum(pence) as bigint) as pence
    from (
        select person_key, year, payer, setting, contacts, pence - client_pence as pence from person_year_payer
        union all
        select person_key, year, 'client', setting, contacts, client_pence from person_year_payer where client_pence > 0
    )
    group by person_key, year, payer, setting
)
group by year, payer, setting
