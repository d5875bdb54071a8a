-- grain: person_key
-- reads: deaths_landed, person_link
-- What the list of registered deaths says of a person of the register; where it names one person twice, the row sent last.
select person_key, death_date, registered_on
from (
    select
        person_link.person_key,
        deaths_landed.death_date,
        deaths_landed.registered_on,
        row_number() over (partition by person_link.person_key order by deaths_landed.row_id desc) as latest
    from deaths_landed
    join person_link on person_link.dataset = 'deaths' and person_link.row_id = deaths_landed.row_id
    where person_link.person_key is not null
)
where latest = 1
