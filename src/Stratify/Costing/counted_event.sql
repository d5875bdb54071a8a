-- grain: dataset, source_id, year
-- reads: priced_event, person, period
-- Each event in the year that it counts in; what goes on by days in each year that it touches, up to the day of death.
-- What a mental health ward stay tells of already is counted there alone.
-- An event that begins more than thirty days after death is somebody else's, or an error: it is counted in no year.
select
    event.* exclude (carried_pence, died, date_from, date_to, last_day),
    event.carried_pence,
    case when event.by_days then event.last_day - greatest(event.start_date, event.date_from) + 1 end as days
from (
    select
        priced_event.*,
        person.died,
        period.*,
        least(coalesce(priced_event.end_date, period.date_to), coalesce(person.died, period.date_to), period.date_to) as last_day
    from priced_event
    left join person using (person_key)
    cross join period
) as event
where not event.told_by_ward_stay
    and (event.died is null or event.start_date <= event.died + 30)
    and case
        when event.by_days then event.costed and event.last_day >= greatest(event.start_date, event.date_from)
        else event.counted_on between event.date_from and event.date_to
    end
