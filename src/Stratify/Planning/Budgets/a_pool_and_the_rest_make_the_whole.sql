-- law: What is in a pool and what is outside it is what the people of all cohorts cost.
-- reads: budget_payer, budget_sheet
select 1
from (select coalesce(sum(pence), 0) as pence from budget_payer) as paid, (select coalesce(sum(pence), 0) as pence from budget_sheet) as cost
where paid.pence <> cost.pence
