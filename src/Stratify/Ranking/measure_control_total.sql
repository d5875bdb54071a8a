-- grain: year, setting
-- reads: control_total, costed_event
-- What the accounts say of a setting beside what its events cost, those of nobody included, each of which counts as a person. Nothing is
-- scaled by it.
select
    control_total.year,
    control_total.setting,
    cast(coalesce(sum(spent.events), 0) as bigint) as events,
    count(spent.events) as people,
    cast(coalesce(sum(spent.pence), 0) as bigint) as pence,
    coalesce(max(abs(spent.pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(spent.pence), 2)[2], 0) as pence_second,
    any_value(control_total.pence) as control_pence
from control_total
left join (
    select year, setting, count(*) as events, cast(sum(cost_pence) as bigint) as pence
    from costed_event
    where person_key is not null and cost_basis not in ('in_spell', 'not_costed')
    group by year, setting, person_key
    union all
    select year, setting, 1, cost_pence
    from costed_event
    where person_key is null and cost_basis not in ('in_spell', 'not_costed')
) as spent on spent.setting = control_total.setting and spent.year = control_total.year
group by control_total.year, control_total.setting
