-- grain: year, setting
-- reads: costed_event, setting
-- Standard cost with and without the factor of each provider, in the settings in which prices have one; events of nobody count as a person each.
select
    spent.year,
    spent.setting,
    cast(sum(spent.events) as bigint) as events,
    count(*) as people,
    cast(sum(spent.standard_pence) as bigint) as standard_pence,
    coalesce(max(abs(spent.standard_pence), 2)[1], 0) as standard_pence_largest,
    coalesce(max(abs(spent.standard_pence), 2)[2], 0) as standard_pence_second,
    cast(sum(spent.mff_pence) as bigint) as mff_pence,
    coalesce(max(abs(spent.mff_pence), 2)[1], 0) as mff_pence_largest,
    coalesce(max(abs(spent.mff_pence), 2)[2], 0) as mff_pence_second
from (
    select year, setting, count(*) as events, cast(sum(standard_pence) as bigint) as standard_pence, cast(sum(mff_pence) as bigint) as mff_pence
    from costed_event
    where person_key is not null and cost_basis not in ('in_spell', 'not_costed')
    group by year, setting, person_key
    union all
    select year, setting, 1, standard_pence, mff_pence
    from costed_event
    where person_key is null and cost_basis not in ('in_spell', 'not_costed')
) as spent
join setting on setting.name = spent.setting
where setting.market_forces
group by spent.year, spent.setting
