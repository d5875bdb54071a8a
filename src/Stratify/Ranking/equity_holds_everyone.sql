-- law: fifths of deprivation hold everyone once and every penny, and so do ethnic groups; and what is expected of all is what all had
-- reads: measure_equity, measure_population
select kind, measure, held.year
from (
    select year, kind, measure, count(*) as places, sum(people) as people, sum(events) as events, sum(expected_events) as expected_events, sum(pence) as pence, sum(expected_pence) as expected_pence
    from measure_equity
    group by year, kind, measure
) as held
join measure_population as everyone using (year)
where held.people <> everyone.people
    or held.pence <> everyone.cost_pence
    or abs(held.expected_events - held.events) > 0.001
    or abs(held.expected_pence - held.pence) > places
