-- grain: authority, extract, period_end
-- reads: client_level_data_landed
-- The period that a submission of Client Level Data truly covers. What a council states is often wider than its data, and an earlier
-- submission would then not be believed of months that the later one does not hold. As the Department has it: events that end in each
-- month are counted; a month with under 2% of them, or under three of the four kinds of event, is not covered; with fewer than 100
-- such events the stated dates stand.
with ended as (
    select
        authority, extract, period_end, date_trunc('month', end_date) as month, count(*) as events, count(distinct event_type) as kinds,
        sum(count(*)) over (partition by authority, extract, period_end) as all_events
    from client_level_data_landed
    where end_date <= coalesce(period_end, end_date)
    group by authority, extract, period_end, date_trunc('month', end_date)
),
covered as (
    select authority, extract, period_end, cast(min(month) as date) as first_month
    from ended
    where all_events >= 100 and events * 100 >= 2 * all_events and kinds >= 3
    group by authority, extract, period_end
)
select
    stated.authority,
    stated.extract,
    stated.period_end,
    greatest(stated.period_start, covered.first_month) as period_start
from (
    select authority, extract, period_end, min(period_start) as period_start
    from client_level_data_landed
    group by authority, extract, period_end
) as stated
left join covered
  on covered.authority = stated.authority and covered.extract = stated.extract and covered.period_end is not distinct from stated.period_end
