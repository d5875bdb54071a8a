-- grain: year, conditions_band, setting
-- reads: person_year, person_band, person_year_cost, setting
-- People is everyone in the band, in each of its settings, and all_pence what they cost there and elsewhere; users are those of them with cost there.
select
    band.* exclude (all_pence, all_pence_largest, all_pence_second),
    setting.name as setting,
    coalesce(used.users, 0) as users,
    coalesce(used.pence, 0) as pence,
    coalesce(used.pence_largest, 0) as pence_largest,
    coalesce(used.pence_second, 0) as pence_second,
    band.all_pence,
    band.all_pence_largest,
    band.all_pence_second
from (
    select
        year,
        conditions_band,
        count(*) as people,
        cast(sum(cost) as bigint) as all_pence,
        coalesce(max(abs(cost), 2)[1], 0) as all_pence_largest,
        coalesce(max(abs(cost), 2)[2], 0) as all_pence_second
    from person_band
    join person_year using (person_key, year)
    group by year, conditions_band
) as band
cross join setting
left join (
    select
        year,
        conditions_band,
        setting,
        count(*) filter (pence > 0) as users,
        cast(sum(pence) as bigint) as pence,
        coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
        coalesce(max(abs(pence), 2)[2], 0) as pence_second
    from person_year_cost
    join person_band using (person_key, year)
    group by year, conditions_band, setting
) as used on used.year = band.year and used.conditions_band = band.conditions_band and used.setting = setting.name
