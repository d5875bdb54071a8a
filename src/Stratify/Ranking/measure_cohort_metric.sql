-- grain: scheme, cohort, year, metric
-- reads: cohort_person, cohort_key, measure_metric, metric
-- Measures of co-ordination of the people of each cohort, with those who have some; and how many of everybody have some and are in another, as whoever
-- knows everybody's could take one from the other. What an input does not tell is missing, and never none.
with counted as (
    select
        number,
        count(*) as people,
        cast(sum(days_registered) as bigint) as days,
        unnest(['providers', 'teams', 'followed', 'settings_after', 'readmitted', 'assessed_again', 'seen_again']) as fact,
        unnest([count(*) filter (providers > 0), count(*) filter (teams > 0), count(*) filter (followed > 0), count(*) filter (settings_after > 0), count(*) filter (readmitted > 0), count(*) filter (assessed_again > 0), count(*) filter (seen_again > 0)]) as with_any,
        unnest([sum(providers), sum(teams), sum(followed), sum(settings_after), sum(readmitted), sum(assessed_again), sum(seen_again)]) as amount,
        unnest([sum(providers * providers), sum(teams * teams), sum(followed * followed), sum(settings_after * settings_after), sum(readmitted * readmitted), sum(assessed_again * assessed_again), sum(seen_again * seen_again)]) as squares,
        count(*) filter (followed > readmitted) as stayed_away
    from cohort_person
    group by number
),
had as (
    select known.scheme, known.cohort, known.year, counted.* exclude (number)
    from counted
    join cohort_key as known using (number)
)
select
    had.scheme,
    had.cohort,
    had.year,
    metric.metric,
    whole.missing,
    whole.of_days,
    had.people,
    had.days,
    case when whole.missing = '' then had.with_any else 0 end as with_any,
    case when whole.missing = '' then coalesce(cast(had.amount as bigint), 0) else 0 end as numerator,
    coalesce(cast(had.squares as bigint), 0) as squares,
    case when whole.missing = '' then coalesce(against.with_any, 0) else 0 end as over_people,
    coalesce(cast(against.amount as bigint), 0) as over_amount,
    coalesce(cast(against.squares as bigint), 0) as over_squares,
    case when whole.missing = '' then whole.people - had.with_any else 0 end as outside,
    case when whole.missing = '' then whole.over_people - coalesce(against.with_any, 0) else 0 end as over_outside,
    -- Those of whom some of what is counted could be and is not: as few, they would be told by what is counted.
    case when whole.missing <> '' then 0 when metric.within_fact <> '' then had.stayed_away when metric.over_fact = '' and metric.per > 1 then had.people - had.with_any else 0 end as rest,
    case when whole.missing = '' and metric.within_fact <> '' then whole.rest - had.stayed_away else 0 end as rest_outside
from had
join metric on metric.counts = had.fact and metric.panel = 'Co-ordination of care'
join measure_metric as whole on whole.year = had.year and whole.metric = metric.metric and whole.kind = 'everybody'
left join had as against on against.scheme = had.scheme and against.cohort = had.cohort and against.year = had.year and against.fact = metric.over_fact
