-- grain: year, next_year, band_before, band_after
-- reads: cost_place, person_year
-- Where people stood by cost in one year and where they stand in the next: who had died or left by then is counted, and who came.
with banded as (
    select
        place.person_key,
        place.year,
        place.next_year,
        case
            when place.place <= ceil(0.01 * place.everyone - 1e-9) then 1
            when place.place <= ceil(0.05 * place.everyone - 1e-9) then 2
            when place.place <= ceil(0.2 * place.everyone - 1e-9) then 3
            when place.place <= ceil(0.5 * place.everyone - 1e-9) then 4
            else 5
        end as band,
        person.cost,
        person.died
    from cost_place as place
    join person_year as person using (person_key, year)
)
select
    year,
    next_year,
    band_before,
    band_after,
    count(*) as people,
    cast(sum(cost_before) as bigint) as pence_before,
    coalesce(max(abs(cost_before), 2)[1], 0) as pence_before_largest,
    coalesce(max(abs(cost_before), 2)[2], 0) as pence_before_second,
    cast(sum(cost_after) as bigint) as pence_after,
    coalesce(max(abs(cost_after), 2)[1], 0) as pence_after_largest,
    coalesce(max(abs(cost_after), 2)[2], 0) as pence_after_second
from (
    select
        earlier.year,
        earlier.next_year,
        earlier.band as band_before,
        case when later.person_key is not null then later.band when earlier.died then 6 else 7 end as band_after,
        earlier.cost as cost_before,
        coalesce(later.cost, 0) as cost_after
    from banded as earlier
    left join banded as later on later.person_key = earlier.person_key and later.year = earlier.next_year
    where earlier.next_year is not null
    union all
    select pair.year, pair.next_year, 8, later.band, 0, later.cost
    from (select distinct year, next_year from banded where next_year is not null) as pair
    join banded as later on later.year = pair.next_year
    anti join banded as earlier on earlier.person_key = later.person_key and earlier.year = pair.year
)
group by year, next_year, band_before, band_after
