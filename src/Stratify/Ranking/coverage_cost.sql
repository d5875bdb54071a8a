-- grain: person_key, year
-- reads: coverage_link, event, costed_event, registered_year, person, period
-- What a person-year would cost more if likely links were sure enough for costs. An event keeps the price that it has as nobody's; as
-- in costing, what begins more than thirty days after death is somebody else's, and what is paid by the day ends with the person: of
-- its pence, which are rounded already, the part that the days have.
select
    coverage_link.person_key,
    costed_event.year,
    count(*) as events,
    cast(sum(case
        when costed_event.days is null or person.died is null then costed_event.cost_pence
        else (2 * costed_event.cost_pence::hugeint * lived.days + costed_event.days) // (2 * costed_event.days)
    end) as bigint) as pence
from coverage_link
join event using (dataset, row_id)
join costed_event using (dataset, source_id)
join registered_year on registered_year.person_key = coverage_link.person_key and registered_year.year = costed_event.year
join person on person.person_key = coverage_link.person_key
join period on period.year = costed_event.year
cross join lateral (
    select least(costed_event.days, coalesce(person.died, period.date_to) - greatest(event.start_date, period.date_from) + 1) as days
) as lived
where costed_event.person_key is null
    and (person.died is null or event.start_date <= person.died + 30)
    and (costed_event.days is null or lived.days > 0)
group by coverage_link.person_key, costed_event.year
