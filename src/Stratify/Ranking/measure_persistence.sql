-- grain: year, next_year, top_share
-- reads: cost_place, person_year
-- The costliest share of people of one year, a year on: how many are still there, how many are still among as large a share of everybody then,
-- and what those who are still there cost before and after. Nothing was done to them because of it, so what they fall by is chance and time.
-- New are those who are of a share and of none before it.
select
    chosen.year,
    chosen.next_year,
    chosen.top_share,
    count(*) as people,
    count(*) filter (chosen.died) as died,
    count(later.person_key) as stayed,
    count(*) filter (later.place <= ceil(chosen.top_share * later.everyone - 1e-9)) as still_top,
    cast(coalesce(sum(chosen.cost) filter (later.person_key is not null), 0) as bigint) as pence_before,
    coalesce((max(abs(chosen.cost), 2) filter (later.person_key is not null))[1], 0) as pence_before_largest,
    coalesce((max(abs(chosen.cost), 2) filter (later.person_key is not null))[2], 0) as pence_before_second,
    cast(coalesce(sum(after.cost), 0) as bigint) as pence_after,
    coalesce(max(abs(after.cost), 2)[1], 0) as pence_after_largest,
    coalesce(max(abs(after.cost), 2)[2], 0) as pence_after_second,
    cast(coalesce(sum(chosen.cost) filter (chosen.is_new and later.person_key is not null), 0) as bigint) as step_before,
    coalesce((max(abs(chosen.cost), 2) filter (chosen.is_new and later.person_key is not null))[1], 0) as step_before_largest,
    coalesce((max(abs(chosen.cost), 2) filter (chosen.is_new and later.person_key is not null))[2], 0) as step_before_second,
    cast(coalesce(sum(after.cost) filter (chosen.is_new), 0) as bigint) as step_after,
    coalesce((max(abs(after.cost), 2) filter (chosen.is_new))[1], 0) as step_after_largest,
    coalesce((max(abs(after.cost), 2) filter (chosen.is_new))[2], 0) as step_after_second,
    -- Of the change of each, from whole numbers up to the last division: pence.
    cast(round(sqrt((count(later.person_key) * sum((chosen.cost - after.cost)::hugeint * (chosen.cost - after.cost)) - sum(chosen.cost - after.cost)::hugeint * sum(chosen.cost - after.cost))::double
        / nullif(count(later.person_key)::double * (count(later.person_key) - 1), 0))) as bigint) as deviation
from (
    select place.*, person.cost, person.died, share.top_share, place.place > ceil(share.share_before * place.everyone - 1e-9) as is_new
    from cost_place as place
    join person_year as person using (person_key, year)
    join (select unnest([0.005, 0.01, 0.05, 0.1, 0.2, 1]::double[]) as top_share, unnest([0, 0.005, 0.01, 0.05, 0.1, 0.2]::double[]) as share_before) as share on place.place <= ceil(share.top_share * place.everyone - 1e-9)
    where place.next_year is not null
) as chosen
left join cost_place as later on later.person_key = chosen.person_key and later.year = chosen.next_year
left join person_year as after on after.person_key = later.person_key and after.year = later.year
group by chosen.year, chosen.next_year, chosen.top_share
