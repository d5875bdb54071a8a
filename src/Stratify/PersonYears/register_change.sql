-- grain: person_key, year
-- reads: registration, person, person_age, period
-- How everyone of a year came to be registered in it and how it ended, and what happened between. Who left and came back within the year
-- was there when it began and when it ended, with a gap. A day that two practices share is a move; more days are an overlap.
with span as (
    select
        *,
        lag(practice) over in_turn as practice_before,
        lag(area ignore nulls) over in_turn as area_before,
        max(end_date) over (in_turn rows between unbounded preceding and 1 preceding) as registered_until
    from registration
    join period on registration.start_date <= period.date_to and registration.end_date >= period.date_from
    where registration.end_date >= registration.start_date
    window in_turn as (partition by person_key, year order by start_date, end_date, row_id)
)
select
    span.person_key,
    span.year,
    case when bool_or(span.start_date <= span.date_from) then 'there' when any_value(person_age.is_born) then 'born' else 'joined' end as came,
    case when any_value(person.died) between any_value(span.date_from) and any_value(span.date_to) then 'died' when bool_or(span.end_date >= span.date_to) then 'there' else 'left' end as went,
    coalesce(bool_or(span.start_date > span.date_from and span.practice <> span.practice_before), false) as moved_practice,
    coalesce(bool_or(span.start_date > span.date_from and span.area <> span.area_before), false) as moved_area,
    coalesce(bool_or(span.start_date > span.registered_until + 1), false) as has_gap,
    coalesce(bool_or(span.start_date < span.registered_until and span.practice <> span.practice_before), false) as has_overlap
from span
join person using (person_key)
join person_age on person_age.person_key = span.person_key and person_age.year = span.year
group by span.person_key, span.year
