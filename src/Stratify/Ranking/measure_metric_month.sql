-- grain: year, metric, month
-- reads: metric, metric_month_band, metric_need, metric_told, period
-- Measures of joined-up care by the month in which they count, of everybody; of a measure that some input does not tell there are no rows.
-- A month is over in the data when the measure's dataset tells of its last days or later: else there may be more to come.
with month as (
    select year, cast(unnest(generate_series(date_trunc('month', date_from), cast(date_to as timestamp), interval 1 month)) as date) as first_day, date_from, date_to
    from period
),
measured as (
    select metric.*, period.year, (select max(told_to) from metric_told where input = metric.dataset) as told_to
    from metric
    cross join period
    where metric.is_monthly and not exists (
        select 1 from metric_need as need
        where need.metric = metric.metric and not exists (select 1 from metric_told as told where told.year = period.year and told.input = need.input)
    )
)
select
    held.year,
    held.metric,
    held.first_day as month,
    last_day(held.first_day) - held.first_day + 1 as days,
    case
        when held.first_day < held.date_from or last_day(held.first_day) > held.date_to then 'part of the period'
        when held.told_to is null or last_day(held.first_day) - 3 > held.told_to then 'not over'
        else 'whole'
    end as state,
    cast(coalesce(sum(people) filter (is_of_age and fact = counts), 0) as bigint) as people,
    cast(coalesce(sum(amount) filter (is_of_age and fact = counts), 0) as bigint) as numerator,
    cast(coalesce(sum(squares) filter (is_of_age and fact = counts), 0) as bigint) as squares,
    cast(coalesce(sum(people) filter (is_of_age and fact = over_fact), 0) as bigint) as over_people,
    cast(coalesce(sum(amount) filter (is_of_age and fact = over_fact), 0) as bigint) as over_amount,
    cast(coalesce(sum(squares) filter (is_of_age and fact = over_fact), 0) as bigint) as over_squares,
    cast(coalesce(sum(people) filter (is_of_age and fact = 'rest ' || held.metric), 0) as bigint) as rest,
    cast(coalesce(sum(people) filter (fact = case when is_of_age then 'rest ' || held.metric else within_fact end), 0) as bigint) as rest_of_all
from (
    select measured.* exclude (age_from), month.* exclude (year), band.fact, band.people, band.amount, band.squares, band.age_from >= measured.age_from as is_of_age
    from measured
    join month using (year)
    left join metric_month_band as band on band.year = month.year and band.month = month.first_day
) as held
group by held.year, held.metric, held.first_day, held.date_from, held.date_to, held.told_to
