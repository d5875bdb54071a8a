-- law: by the second price book too, the cohorts of a scheme cost what the events of those registered do, to the penny
-- reads: measure_book, costed_event, registered_year
select scheme, year
from (select scheme, year, sum(other_pence) as pence from measure_book group by scheme, year) as held
left join (
    select year, sum(other_pence) as pence
    from costed_event
    join registered_year using (person_key, year)
    group by year
) as event using (year)
where held.pence <> coalesce(event.pence, 0)
