-- grain: person_key, year
-- reads: registered_year, period, person_year_cost, person_year_activity
-- Of everyone of a year who was registered in the year before it too, what that year was like: nought for who used nothing. A year
-- is before another where it ends the day before the other begins; one in which nothing at all was counted was not loaded.
select
    registered_year.person_key,
    following.year,
    cast(coalesce(any_value(cost.pence), 0) as bigint) as cost,
    coalesce(any_value(activity.emergency_admissions), 0) as emergency_admissions
from (
    select year, lag(year) over in_turn as year_before, date_from - lag(date_to) over in_turn as days_between
    from period
    window in_turn as (order by date_from)
) as following
join registered_year on registered_year.year = following.year_before and following.days_between = 1
semi join person_year_cost as loaded on loaded.year = following.year_before
left join (select person_key, year, sum(pence) as pence from person_year_cost group by person_key, year) as cost
    on cost.person_key = registered_year.person_key and cost.year = registered_year.year
left join person_year_activity as activity
    on activity.person_key = registered_year.person_key and activity.year = registered_year.year
group by registered_year.person_key, following.year
