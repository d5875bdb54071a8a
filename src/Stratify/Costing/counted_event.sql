-- grain: dataset, source_id, year
-- reads: priced_event, person, period, run
-- Each event in the year that it counts in; what counts by day in each year that it touches, with its days there, those before them and
-- those of all of it. What is paid by the day ends with the person, and what goes on runs to the end of the run's last year.
-- Where a stay counts by day, the stay itself, beside its nights and cost, is counted in the year of its discharge alone.
-- What a mental health ward stay tells of already is counted there alone.
-- The day is that of the year, from 0, on which it begins or goes on.
-- An event that begins more than thirty days after death is somebody else's, or an error: it is counted in no year.
select
    event.* exclude (carried_pence, nights, first_day, last_day, counted_on, died, ended_on, ends_on, counts_on, date_from, date_to),
    event.carried_pence,
    event.counts_on as counted_on,
    coalesce(event.convention = 'days', false) as in_years,
    event.convention is distinct from 'days' or event.by_days or event.counts_on between event.date_from and event.date_to as counts_here,
    case when event.convention = 'days' then least(event.nights, event.units) else event.nights end as nights,
    event.nights as stay_nights,
    case when event.by_days then event.units end as days,
    cast(least(greatest(0, event.first_day - event.date_from), event.date_to - event.date_from) as smallint) as day,
    event.convention = 'days' and event.ended_on is not null and event.units <> event.units_of_all as is_part
from (
    select
        *,
        case when convention = 'days' then greatest(0, date_from - first_day) else 0 end as units_before,
        case
            when convention = 'days' then least(ends_on, date_to) - greatest(first_day, date_from) + 1
            when by_days then ends_on - first_day + 1
            else 1
        end as units,
        case when convention = 'days' or by_days then ends_on - first_day + 1 else 1 end as units_of_all
    from (
        select
            priced_event.*,
            period.year,
            period.date_from,
            period.date_to,
            person.died,
            least(priced_event.last_day, case when priced_event.by_days then person.died end) as ended_on,
            least(coalesce(priced_event.last_day, run.period_to), case when priced_event.by_days then person.died end) as ends_on,
            least(priced_event.counted_on, case when priced_event.by_days then person.died end) as counts_on
        from priced_event
        left join person using (person_key)
        cross join run
        cross join period
    )
) as event
where not event.told_by_ward_stay
    and (event.died is null or event.start_date <= event.died + 30)
    and case
        when event.convention = 'days' then event.units > 0
        else event.counts_on between event.date_from and event.date_to and (not event.by_days or (event.costed and event.units > 0))
    end
