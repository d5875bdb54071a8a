-- grain: dataset, attribute, group_name
-- reads: event_outcome, record_group
-- Who is linked and who is not, by what records say of their person themselves: what the register knows is known of those alone who are
-- linked. A record counts in the month in which its event begins; pence are those of the run's years. Rules come before probability.
-- Gathered by person first, with groups as the codes that they are: people are then counted among few rows, and named last.
with told as (
    select
        event_outcome.dataset,
        cast(case event_outcome.grade when 'P' then 'likely' when 'U' then 'unlinked' else 'ruled' end as enum('likely', 'ruled', 'unlinked')) as outcome,
        event_outcome.person_key,
        record_group.* exclude (dataset, row_id),
        count(*) as records,
        cast(coalesce(sum(event_outcome.pence), 0) as bigint) as pence
    from event_outcome
    join record_group using (row_id)
    group by all
),
person_told as (
    select dataset, outcome, person_key, age_band, sex, deprivation_decile, ethnic_group, cast(sum(records) as bigint) as records, cast(sum(pence) as bigint) as pence
    from told
    group by all
),
counted as (
    select
        dataset,
        outcome,
        case 0
            when grouping(age_band) then 'age_band'
            when grouping(sex) then 'sex'
            when grouping(deprivation_decile) then 'deprivation_decile'
            else 'ethnic_group'
        end as attribute,
        coalesce(cast(age_band as varchar), cast(sex as varchar), cast(deprivation_decile as varchar), cast(ethnic_group as varchar), 'not stated') as group_name,
        cast(sum(records) as bigint) as records,
        count(distinct person_key) as people,
        cast(sum(pence) as bigint) as pence
    from person_told
    group by grouping sets ((dataset, outcome, age_band), (dataset, outcome, sex), (dataset, outcome, deprivation_decile), (dataset, outcome, ethnic_group))
    union all
    select
        dataset,
        outcome,
        'month' as attribute,
        case month
            when date '0001-01-01' then 'before the period'
            when date '9999-12-31' then 'after the period'
            else coalesce(strftime(month, '%Y-%m'), 'not stated')
        end as group_name,
        cast(sum(records) as bigint) as records,
        count(distinct person_key) as people,
        cast(sum(pence) as bigint) as pence
    from told
    group by dataset, outcome, month
)
select
    dataset,
    attribute,
    group_name,
    cast(sum(records) as bigint) as records,
    cast(coalesce(sum(records) filter (outcome = 'ruled'), 0) as bigint) as ruled,
    cast(coalesce(sum(records) filter (outcome = 'likely'), 0) as bigint) as likely,
    cast(coalesce(sum(records) filter (outcome = 'unlinked'), 0) as bigint) as unlinked,
    cast(coalesce(sum(people) filter (outcome = 'ruled'), 0) as bigint) as ruled_people,
    cast(coalesce(sum(people) filter (outcome = 'likely'), 0) as bigint) as likely_people,
    cast(coalesce(sum(pence) filter (outcome <> 'unlinked'), 0) as bigint) as linked_pence,
    cast(coalesce(sum(pence) filter (outcome = 'unlinked'), 0) as bigint) as unlinked_pence
from counted
group by dataset, attribute, group_name
