-- grain: dataset, source_id, year
-- reads: priced_event, person, period, run
-- Each event in the year that it counts in; what counts by day in each year that it touches, with its days there, those before them and
-- those of all of it. What is paid by the day ends with the person, and what goes on runs to the end of the run's last year.
-- Where a stay counts by day, the stay itself, beside its nights and cost, is counted in the year of its discharge alone.
-- What a mental health ward stay tells of already is counted there alone.
-- An event that begins more than thirty days after death is somebody else's, or an error: it is counted in no year.
select
    event.* exclude (carried_pence, nights, first_day, last_day, counted_on),
    event.carried_pence,
    period.year,
    coalesce(event.convention, '') <> 'days' or event.by_days or ending.counted_on between period.date_from and period.date_to as counts_here,
    case when event.convention = 'days' then least(event.nights, part.units) else event.nights end as nights,
    case when event.by_days then part.units end as days,
    part.units_before,
    part.units,
    part.units_of_all,
    event.convention = 'days' and ending.ended_on is not null and part.units <> part.units_of_all as is_part
from priced_event as event
left join person using (person_key)
cross join run
cross join period
cross join lateral (
    select
        least(event.last_day, case when event.by_days then person.died end) as ended_on,
        least(coalesce(event.last_day, run.period_to), case when event.by_days then person.died end) as last_day,
        least(event.counted_on, case when event.by_days then person.died end) as counted_on
) as ending
cross join lateral (
    select
        case when event.convention = 'days' then greatest(0, period.date_from - event.first_day) else 0 end as units_before,
        case
            when event.convention = 'days' then least(ending.last_day, period.date_to) - greatest(event.first_day, period.date_from) + 1
            when event.by_days then ending.last_day - event.first_day + 1
            else 1
        end as units,
        case when event.convention = 'days' or event.by_days then ending.last_day - event.first_day + 1 else 1 end as units_of_all
) as part
where not event.told_by_ward_stay
    and (person.died is null or event.start_date <= person.died + 30)
    and case
        when event.convention = 'days' then part.units > 0
        else ending.counted_on between period.date_from and period.date_to and (not event.by_days or (event.costed and part.units > 0))
    end
