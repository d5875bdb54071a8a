-- grain: year
-- reads: person_year, period
-- Everyone registered in the year; person-years are days registered over days of the year.
select
    person_year.year,
    count(*) as people,
    sum(days_registered) / any_value(period.date_to - period.date_from + 1)::double as person_years,
    count(*) filter (cost = 0) as zero_cost_people,
    count(*) filter (person_year.died) as died,
    count(distinct practice) as practices,
    cast(sum(cost) as bigint) as cost_pence,
    coalesce(max(abs(cost), 2)[1], 0) as cost_pence_largest,
    coalesce(max(abs(cost), 2)[2], 0) as cost_pence_second,
    cast(quantile_disc(cost, 0.5) as bigint) as median_pence
from person_year
join period using (year)
group by person_year.year
