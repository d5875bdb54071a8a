-- grain: year, payer, setting
-- reads: person_year_cost, setting
select
    person_year_cost.year,
    setting.payer,
    setting.name as setting,
    count(*) filter (contacts > 0) as people,
    cast(sum(pence) as bigint) as pence
from person_year_cost
join setting on setting.name = person_year_cost.setting
group by person_year_cost.year, setting.payer, setting.name
