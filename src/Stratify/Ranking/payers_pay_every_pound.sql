-- law: what payers pay comes to the cost of person-years, setting by setting, to the penny
-- reads: measure_payer, measure_setting
select year, setting
from (select year, setting, sum(pence) as pence from measure_payer group by year, setting) as paid
full join measure_setting as cost using (year, setting)
where coalesce(paid.pence, 0) <> coalesce(cost.pence, 0)
