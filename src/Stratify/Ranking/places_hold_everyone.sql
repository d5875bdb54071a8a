-- law: practices hold everyone once and every penny, and so do neighbourhoods, fifths of deprivation and ethnic groups, people of none included; and what is expected of all is what all had
-- reads: measure_place, measure_equity, measure_population
-- Expected pence are rounded at each place. What is expected given deprivation is a model's, which comes near and not to the penny.
select kind, measure, held.year
from (
    select
        year,
        kind,
        measure,
        count(*) as places,
        sum(people) as people,
        sum(events) as events,
        sum(expected_events) as expected_events,
        sum(pence) as pence,
        sum(expected_pence) as expected_pence
    from (
        select year, kind, measure, people, events, expected_events, pence, expected_pence from measure_place
        union all
        select year, kind, measure, people, events, expected_events, pence, expected_pence from measure_equity
    )
    group by year, kind, measure
) as held
join measure_population as everyone using (year)
where held.people <> everyone.people
    or held.pence <> everyone.cost_pence
    or abs(held.expected_events - held.events) > 0.001
    or (measure = 'cost' and abs(held.expected_pence - held.pence) > places)
