-- grain: dataset
-- reads: landing_ledger, event_outcome, costed_event
-- Of care that has ended and counts by day, what its days out of the run's years cost. An event of nobody counts as somebody.
select
    ledger.dataset,
    ledger.rows_read,
    ledger.loaded,
    ledger.rejected,
    ledger.duplicate,
    ledger.opted_out,
    ledger.out_of_scope,
    ledger.pence_read,
    ledger.pence_loaded,
    coalesce(outcome.counted, 0) as counted,
    coalesce(outcome.out_of_period, 0) as out_of_period,
    coalesce(outcome.unfinished, 0) as unfinished,
    coalesce(outcome.after_death, 0) as after_death,
    coalesce(outcome.ends_before_start, 0) as ends_before_start,
    coalesce(outcome.also_ward_stay, 0) as also_ward_stay,
    coalesce(unpriced.events, 0) as unpriced,
    coalesce(partly.events, 0) as partly_counted,
    coalesce(partly.people, 0) as partly_people,
    coalesce(partly.pence, 0) as other_years_pence,
    coalesce(partly.pence_largest, 0) as other_years_pence_largest,
    coalesce(partly.pence_second, 0) as other_years_pence_second
from (
    select
        dataset,
        cast(sum(row_count) filter (outcome = 'read') as bigint) as rows_read,
        cast(coalesce(sum(row_count) filter (outcome = 'loaded'), 0) as bigint) as loaded,
        cast(coalesce(sum(row_count) filter (outcome = 'rejected'), 0) as bigint) as rejected,
        cast(coalesce(sum(row_count) filter (outcome = 'duplicate'), 0) as bigint) as duplicate,
        cast(coalesce(sum(row_count) filter (outcome = 'opted_out'), 0) as bigint) as opted_out,
        cast(coalesce(sum(row_count) filter (outcome = 'out_of_scope'), 0) as bigint) as out_of_scope,
        cast(sum(pence) filter (outcome = 'read') as bigint) as pence_read,
        cast(coalesce(sum(pence) filter (outcome = 'loaded'), 0) as bigint) as pence_loaded
    from landing_ledger
    group by dataset
) as ledger
left join (
    select
        dataset,
        count(*) filter (outcome = 'counted') as counted,
        count(*) filter (outcome = 'out_of_period') as out_of_period,
        count(*) filter (outcome = 'unfinished') as unfinished,
        count(*) filter (outcome = 'after_death') as after_death,
        count(*) filter (outcome = 'ends_before_start') as ends_before_start,
        count(*) filter (outcome = 'also_ward_stay') as also_ward_stay
    from event_outcome
    group by dataset
) as outcome using (dataset)
left join (
    select dataset, count(*) as events
    from costed_event
    where cost_basis = 'unpriced'
    group by dataset
) as unpriced using (dataset)
left join (
    select
        dataset,
        cast(sum(events) as bigint) as events, count(*) as people, cast(sum(pence) as bigint) as pence,
        coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
        coalesce(max(abs(pence), 2)[2], 0) as pence_second
    from (
        select dataset, count(*) as events, cast(sum(pence) as bigint) as pence
        from (
            select dataset, row_id, person_key, any_value(whole_pence) - sum(cost_pence) as pence
            from costed_event
            where part_days is not null
            group by dataset, row_id, person_key
            having sum(part_days) < any_value(whole_days)
        )
        group by dataset, coalesce(person_key, -1 - row_id)
    )
    group by dataset
) as partly using (dataset)
