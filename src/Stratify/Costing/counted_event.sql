-- grain: dataset, source_id, year
-- reads: priced_event, person, period
-- Each event in the year that it counts in; what goes on by days in each year that it touches, up to the day of death.
-- What a mental health ward stay tells of already is counted there alone.
-- An event that begins more than thirty days after death is somebody else's, or an error: it is counted in no year.
select
    event.* exclude (carried_pence),
    event.carried_pence,
    period.year,
    case when event.by_days then ending.last_day - greatest(event.start_date, period.date_from) + 1 end as days
from priced_event as event
left join person using (person_key)
cross join period
cross join lateral (
    select least(coalesce(event.end_date, period.date_to), coalesce(person.died, period.date_to), period.date_to) as last_day
) as ending
where not event.told_by_ward_stay
    and (person.died is null or event.start_date <= person.died + 30)
    and case
        when event.by_days then event.costed and ending.last_day >= greatest(event.start_date, period.date_from)
        else event.counted_on between period.date_from and period.date_to
    end
