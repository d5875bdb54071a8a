-- law: the cohorts of a scheme that everybody is in one of have together of each measure of co-ordination what everybody has
-- reads: measure_cohort_metric, measure_metric, scheme
select cohorts.scheme, cohorts.year, cohorts.metric
from (
    select scheme, year, metric, sum(numerator) as numerator, sum(over_amount) as over_amount, sum(days) as days
    from measure_cohort_metric
    join scheme using (scheme)
    where scheme_kind = 'partition' and missing = ''
    group by scheme, year, metric
) as cohorts
join (select year, metric, numerator, over_amount, days from measure_metric where kind = 'everybody') as whole using (year, metric)
where cohorts.numerator <> whole.numerator or cohorts.over_amount <> whole.over_amount or cohorts.days <> whole.days
