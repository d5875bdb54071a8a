-- grain: dataset, attribute, group_name
-- reads: event_outcome, record_group
-- Who is linked and who is not, by what records say of their person themselves: what the register knows is known of those alone who are
-- linked. A record counts in the month in which its event begins; pence are those of the run's years. Rules come before probability.
-- Gathered by person first, with groups as the codes that they are: people are then counted among few rows, and named last. A record of nobody
-- counts as a person.
with linked as (
    select
        event_outcome.dataset,
        event_outcome.person_key,
        record_group.* exclude (dataset, row_id),
        count(*) filter (event_outcome.grade <> 'P') as ruled,
        count(*) filter (event_outcome.grade = 'P') as likely,
        cast(coalesce(sum(event_outcome.pence), 0) as bigint) as pence
    from event_outcome
    join record_group using (row_id)
    where event_outcome.grade <> 'U'
    group by all
),
person_linked as (
    select * exclude (month, ruled, likely, pence), sum(ruled) as ruled, sum(likely) as likely, cast(sum(pence) as bigint) as pence
    from linked
    group by all
),
person_group as (
    select dataset, person_key, age_band, sex, deprivation_decile, ethnic_group, null as month, grouping(age_band, sex, deprivation_decile, ethnic_group) as attribute, sum(ruled) as ruled, sum(likely) as likely, cast(sum(pence) as bigint) as pence
    from person_linked
    group by grouping sets ((dataset, person_key, age_band), (dataset, person_key, sex), (dataset, person_key, deprivation_decile), (dataset, person_key, ethnic_group))
    union all
    select dataset, person_key, null, null, null, null, month, 15, sum(ruled), sum(likely), cast(sum(pence) as bigint)
    from linked
    group by dataset, person_key, month
),
unlinked as (
    select event_outcome.dataset, record_group.* exclude (dataset, row_id), coalesce(event_outcome.pence, 0) as pence
    from event_outcome
    join record_group using (row_id)
    where event_outcome.grade = 'U'
),
counted as (
    select dataset, age_band, sex, deprivation_decile, ethnic_group, month, attribute, sum(ruled) as ruled, sum(likely) as likely, 0 as unlinked, count(*) filter (ruled > 0) as ruled_people, count(*) filter (likely > 0) as likely_people, sum(pence) as linked_pence, max(abs(pence), 2) as linked_largest, 0 as unlinked_pence, cast([] as bigint[]) as unlinked_largest
    from person_group
    group by all
    union all
    select dataset, age_band, sex, deprivation_decile, ethnic_group, month, case when grouping(month) = 0 then 15 else grouping(age_band, sex, deprivation_decile, ethnic_group) end, 0, 0, count(*), 0, 0, 0, cast([] as bigint[]), sum(pence), max(abs(pence), 2)
    from unlinked
    group by grouping sets ((dataset, age_band), (dataset, sex), (dataset, deprivation_decile), (dataset, ethnic_group), (dataset, month))
)
select
    dataset,
    case attribute when 7 then 'age_band' when 11 then 'sex' when 13 then 'deprivation_decile' when 14 then 'ethnic_group' else 'month' end as attribute,
    coalesce(cast(age_band as varchar), cast(sex as varchar), cast(deprivation_decile as varchar), cast(ethnic_group as varchar), case month
        when date '0001-01-01' then 'before the period'
        when date '9999-12-31' then 'after the period'
        else strftime(month, '%Y-%m')
    end, 'not stated') as group_name,
    cast(sum(ruled + likely + unlinked) as bigint) as records,
    cast(sum(ruled) as bigint) as ruled,
    cast(sum(likely) as bigint) as likely,
    cast(sum(unlinked) as bigint) as unlinked,
    cast(sum(ruled_people) as bigint) as ruled_people,
    cast(sum(likely_people) as bigint) as likely_people,
    cast(sum(linked_pence) as bigint) as linked_pence,
    coalesce(max(linked_largest[1]), 0) as linked_pence_largest,
    coalesce(max(linked_largest[2]), 0) as linked_pence_second,
    cast(sum(unlinked_pence) as bigint) as unlinked_pence,
    coalesce(max(unlinked_largest[1]), 0) as unlinked_pence_largest,
    coalesce(max(unlinked_largest[2]), 0) as unlinked_pence_second
from counted
group by dataset, attribute, group_name
