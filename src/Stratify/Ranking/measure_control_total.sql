-- grain: year, setting
-- reads: control_total, costed_event
-- What the accounts say of a setting beside what its events cost, those of nobody included, each of which counts as a person. Nothing is
-- scaled by it.
select
    control_total.year,
    control_total.setting,
    count(costed_event.source_id) as events,
    count(distinct person_key) + count(costed_event.source_id) filter (person_key is null) as people,
    cast(coalesce(sum(cost_pence), 0) as bigint) as pence,
    any_value(control_total.pence) as control_pence
from control_total
left join costed_event on costed_event.setting = control_total.setting and costed_event.year = control_total.year and cost_basis not in ('in_spell', 'not_costed')
group by control_total.year, control_total.setting
