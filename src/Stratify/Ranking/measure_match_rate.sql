-- grain: dataset, attribute, group_name
-- reads: event, record_group, person_link, costed_event, run
-- Who is linked and who is not, by what records say of their person themselves: what the register knows is known of those alone who are
-- linked. A record counts in the month in which its event begins; pence are those of the run's years. Rules come before probability.
with told as (
    select
        event.dataset,
        case person_link.grade when 'P' then 'likely' when 'U' then 'unlinked' else 'ruled' end as outcome,
        person_link.person_key,
        coalesce(cost.pence, 0) as pence,
        coalesce(cast(record_group.age_band as varchar), 'not stated') as age_band,
        coalesce(cast(record_group.sex as varchar), 'not stated') as sex,
        coalesce(cast(record_group.deprivation_decile as varchar), 'not stated') as deprivation_decile,
        coalesce(cast(record_group.ethnic_group as varchar), 'not stated') as ethnic_group,
        case
            when event.start_date is null then 'not stated'
            when event.start_date < run.period_from then 'before the period'
            when event.start_date > run.period_to then 'after the period'
            else strftime(event.start_date, '%Y-%m')
        end as month
    from event
    join person_link using (row_id)
    join record_group using (row_id)
    cross join run
    left join (
        select row_id, cast(sum(cost_pence) as bigint) as pence
        from costed_event
        group by row_id
    ) as cost using (row_id)
),
counted as (
    select
        dataset,
        outcome,
        case 0
            when grouping(age_band) then 'age_band'
            when grouping(sex) then 'sex'
            when grouping(deprivation_decile) then 'deprivation_decile'
            when grouping(ethnic_group) then 'ethnic_group'
            else 'month'
        end as attribute,
        coalesce(age_band, sex, deprivation_decile, ethnic_group, month) as group_name,
        count(*) as records,
        count(distinct person_key) as people,
        cast(sum(pence) as bigint) as pence
    from told
    group by grouping sets (
        (dataset, outcome, age_band), (dataset, outcome, sex), (dataset, outcome, deprivation_decile), (dataset, outcome, ethnic_group), (dataset, outcome, month)
    )
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
