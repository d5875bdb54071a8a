-- grain: year, setting
-- reads: costed_event
-- What is paid beside what the same events cost as a standard, where senders tell what is paid; events of nobody included, each of which
-- counts as a person.
select
    year,
    setting,
    count(*) as events,
    count(paid_pence) as told,
    count(distinct person_key) filter (paid_pence is not null) + count(*) filter (paid_pence is not null and person_key is null) as people,
    cast(coalesce(sum(paid_pence), 0) as bigint) as paid_pence,
    cast(coalesce(sum(standard_pence) filter (paid_pence is not null), 0) as bigint) as standard_pence
from costed_event
where cost_basis not in ('in_spell', 'not_costed')
group by year, setting
