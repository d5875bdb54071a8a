-- grain: dataset
-- category: completeness
-- scope: activity
-- counts: months with under a third of the events of a usual month
-- of: whole months of the period
-- needs: at least twelve events in a usual month, each counted on one day
-- reads: event, period
-- A usual month is the median one. Care that goes on by days is in every month, so it has no gaps to see.
with month as (
    select cast(first_day as date) as first_day
    from (
        select unnest(generate_series(date_trunc('month', date_from), cast(date_to as timestamp), interval 1 month)) as first_day, date_from, date_to
        from period
    )
    where first_day >= date_from and first_day + interval 1 month <= date_to + interval 1 day
),
counted as (
    select events.dataset, month.first_day, count(event.row_id) as events
    from month
    cross join (select distinct dataset from event where not coalesce(by_days, false)) as events
    left join event
        on event.dataset = events.dataset and not coalesce(event.by_days, false)
        and event.counted_on >= month.first_day and event.counted_on < month.first_day + interval 1 month
    group by events.dataset, month.first_day
)
select
    dataset,
    count(*) filter (3 * events < usual) as violations,
    count(*) as counted
from (select *, median(events) over (partition by dataset) as usual from counted)
where usual >= 12
group by dataset
