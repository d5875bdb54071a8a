-- law: what months have of a measure of joined-up care is what the year has, and neighbourhoods together have what everybody has
-- reads: measure_metric, measure_metric_month
select year, metric
from (select year, metric, numerator, over_amount from measure_metric where kind = 'everybody') as whole
join (select year, metric, sum(numerator) as numerator, sum(over_amount) as over_amount from measure_metric_month group by year, metric) as months using (year, metric)
where whole.numerator <> months.numerator or whole.over_amount <> months.over_amount
union all
select year, metric
from measure_metric
group by year, metric
having sum(numerator) filter (kind = 'everybody') <> sum(numerator) filter (kind = 'neighbourhood')
    or sum(days) filter (kind = 'everybody') <> sum(days) filter (kind = 'neighbourhood')
