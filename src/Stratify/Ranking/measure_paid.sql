-- grain: year, setting
-- reads: costed_event
-- What is paid beside what the same events cost as a standard, where senders tell what is paid; events of nobody included, each of which
-- counts as a person.
select
    year,
    setting,
    cast(sum(events) as bigint) as events,
    cast(sum(told) as bigint) as told,
    count(*) filter (told > 0) as people,
    cast(coalesce(sum(paid_pence), 0) as bigint) as paid_pence,
    coalesce(max(abs(paid_pence), 2)[1], 0) as paid_pence_largest,
    coalesce(max(abs(paid_pence), 2)[2], 0) as paid_pence_second,
    cast(coalesce(sum(standard_pence), 0) as bigint) as standard_pence,
    coalesce(max(abs(standard_pence), 2)[1], 0) as standard_pence_largest,
    coalesce(max(abs(standard_pence), 2)[2], 0) as standard_pence_second
from (
    select
        year,
        setting,
        count(*) as events,
        count(paid_pence) as told,
        cast(sum(paid_pence) as bigint) as paid_pence,
        cast(sum(standard_pence) filter (paid_pence is not null) as bigint) as standard_pence
    from costed_event
    where person_key is not null and cost_basis not in ('in_spell', 'not_costed')
    group by year, setting, person_key
    union all
    select year, setting, 1, case when paid_pence is null then 0 else 1 end, paid_pence, case when paid_pence is not null then standard_pence end
    from costed_event
    where person_key is null and cost_basis not in ('in_spell', 'not_costed')
)
group by year, setting
