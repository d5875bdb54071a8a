-- grain: person_key, year
-- reads: coverage_link, event, costed_event, registered_year, person, period, run
-- What a person-year would cost more if likely links were sure enough for costs. An event keeps the price that it has as nobody's; as
-- in costing, what begins more than thirty days after death is somebody else's, and what is paid by the day ends with the person, in the year
-- of the death where it counts as it ends: of its pence, which are rounded already, the part that the days have, and of an amount that its
-- sender tells all of it, spread over the days that there were. What counts in no year of the run as nobody's does not begin to here.
select
    coverage_link.person_key,
    period.year,
    count(*) as events,
    cast(sum(case
        when costed_event.days is null or person.died is null then costed_event.cost_pence
        when costed_event.cost_basis = 'carried' then
            (2 * event.carried_pence::hugeint * (lived.before + lived.days) + lived.of_all) // (2 * lived.of_all) - (2 * event.carried_pence::hugeint * lived.before + lived.of_all) // (2 * lived.of_all)
        else (2 * costed_event.cost_pence::hugeint * lived.days + costed_event.days) // (2 * costed_event.days)
    end) as bigint) as pence
from coverage_link
join event using (dataset, row_id)
join costed_event using (dataset, source_id)
join person on person.person_key = coverage_link.person_key
cross join run
join period on case
    when costed_event.days is null or costed_event.in_years or person.died is null then period.year = costed_event.year
    else least(costed_event.counted_on, person.died) between period.date_from and period.date_to
end
join registered_year on registered_year.person_key = coverage_link.person_key and registered_year.year = period.year
cross join lateral (
    select
        least(costed_event.days, coalesce(person.died, period.date_to) - case when costed_event.in_years then greatest(event.start_date, period.date_from) else event.start_date end + 1) as days,
        case when costed_event.in_years then greatest(0, period.date_from - event.start_date) else 0 end as before,
        least(coalesce(event.end_date, run.period_to), person.died) - event.start_date + 1 as of_all
) as lived
where costed_event.person_key is null
    and (person.died is null or event.start_date <= person.died + 30)
    and (costed_event.days is null or lived.days > 0)
group by coverage_link.person_key, period.year
