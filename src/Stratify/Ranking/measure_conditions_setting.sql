-- grain: year, conditions_band, setting
-- reads: person_year, person_band, person_year_cost, setting
-- People is everyone in the band, in each of its settings; users are those of them with cost there.
select
    band.year,
    band.conditions_band,
    setting.name as setting,
    band.people,
    coalesce(used.users, 0) as users,
    coalesce(used.pence, 0) as pence
from (select year, conditions_band, count(*) as people from person_band group by year, conditions_band) as band
cross join setting
left join (
    select year, conditions_band, setting, count(*) filter (pence > 0) as users, cast(sum(pence) as bigint) as pence
    from person_year_cost
    join person_band using (person_key, year)
    group by year, conditions_band, setting
) as used on used.year = band.year and used.conditions_band = band.conditions_band and used.setting = setting.name
