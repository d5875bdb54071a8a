-- law: by the second price book too, the cohorts of a partition cost what the events of those registered do, to the penny
-- reads: measure_book, other_cost, scheme
select scheme, year
from (select scheme, year, sum(other_pence) as pence from measure_book group by scheme, year) as held
join scheme using (scheme)
left join (
    select year, sum(other_pence) as pence
    from other_cost
    group by year
) as event using (year)
where scheme.scheme_kind = 'partition' and held.pence <> coalesce(event.pence, 0)
