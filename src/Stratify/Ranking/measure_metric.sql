-- grain: year, metric, kind, place
-- reads: metric, metric_band, metric_need, metric_told, period
-- Measures of joined-up care of everybody and of each neighbourhood. Beside what is counted stand the people who have some, those of the ages
-- of whom it is asked with their days, and what it is held against; the people of those ages, and of all, who have some of what holds it and
-- more than is counted, as whoever knows that could take one from the other. What an input does not tell is missing, and never none.
with band as (
    select year, 'neighbourhood' as kind, place, age_from, fact, people, amount, squares
    from metric_band
    union all
    select year, 'everybody', '', age_from, fact, sum(people), sum(amount), sum(squares)
    from metric_band
    group by year, age_from, fact
),
lacking as (
    select period.year, need.metric, string_agg(need.input, ', ' order by need.input) as missing
    from metric_need as need
    cross join period
    left join metric_told as told on told.year = period.year and told.input = need.input
    where told.input is null
    group by period.year, need.metric
)
select
    held.year,
    held.metric,
    held.kind,
    held.place,
    any_value(period.date_to - period.date_from + 1) as of_days,
    coalesce(any_value(lacking.missing), '') as missing,
    cast(coalesce(sum(people) filter (is_of_age and fact = 'registered'), 0) as bigint) as registered,
    cast(coalesce(sum(amount) filter (is_of_age and fact = 'registered'), 0) as bigint) as days,
    cast(coalesce(sum(people) filter (is_of_age and fact = counts), 0) as bigint) as people,
    cast(coalesce(sum(amount) filter (is_of_age and fact = counts), 0) as bigint) as numerator,
    cast(coalesce(sum(squares) filter (is_of_age and fact = counts), 0) as bigint) as squares,
    cast(coalesce(sum(people) filter (is_of_age and fact = over_fact), 0) as bigint) as over_people,
    cast(coalesce(sum(amount) filter (is_of_age and fact = over_fact), 0) as bigint) as over_amount,
    cast(coalesce(sum(squares) filter (is_of_age and fact = over_fact), 0) as bigint) as over_squares,
    cast(coalesce(sum(people) filter (is_of_age and fact = 'rest ' || held.metric), 0) as bigint) as rest,
    cast(coalesce(sum(people) filter (fact = case when is_of_age then 'rest ' || held.metric else within_fact end), 0) as bigint) as rest_of_all
from (
    select metric.metric, counts, over_fact, within_fact, band.* exclude (age_from), band.age_from >= metric.age_from as is_of_age
    from metric
    cross join band
) as held
join period using (year)
left join lacking on lacking.year = held.year and lacking.metric = held.metric
group by held.year, held.metric, held.kind, held.place
