-- law: the months of a year hold its emergency admissions, its attendances and its cost, but for what counts day by day
-- reads: measure_month, costed_event, person_year
select told.year, told.measure, told.months, years.whole
from (
    select year, measure, cast(sum(coalesce(events, pence)) as bigint) as months
    from measure_month
    group by year, measure
) as told
join (
    select year, 'emergency_admissions' as measure, cast(sum(emergency_admissions) as bigint) as whole from person_year group by year
    union all
    select year, 'ae_attendances', cast(sum(ae_attendances) as bigint) from person_year group by year
    union all
    select
        person_year.year,
        'cost',
        cast(sum(person_year.cost) - coalesce(any_value(daily.pence), 0) as bigint)
    from person_year
    left join (
        select year, sum(cost_pence) as pence from costed_event semi join person_year using (person_key, year) where in_years group by year
    ) as daily using (year)
    group by person_year.year
) as years using (year, measure)
where told.months <> years.whole
