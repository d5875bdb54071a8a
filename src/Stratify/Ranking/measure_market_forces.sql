-- grain: year, setting
-- reads: costed_event, setting
-- Standard cost with and without the factor of each provider, in the settings in which prices have one; events of nobody count as a person each.
select
    costed_event.year,
    costed_event.setting,
    count(*) as events,
    count(distinct person_key) + count(*) filter (person_key is null) as people,
    cast(sum(standard_pence) as bigint) as standard_pence,
    cast(sum(mff_pence) as bigint) as mff_pence
from costed_event
join setting on setting.name = costed_event.setting
where cost_basis not in ('in_spell', 'not_costed') and setting.market_forces
group by costed_event.year, costed_event.setting
