-- law: What payers pay for a cohort, and what providers give it, is what its people cost.
-- reads: budget_sheet, budget_line, budget_provider
select sheet.cohort
from budget_sheet as sheet
left join (select cohort, sum(pence) as pence from budget_line group by cohort) as line using (cohort)
left join (select cohort, sum(pence) as pence from budget_provider group by cohort) as provider using (cohort)
where sheet.pence <> coalesce(line.pence, 0) or sheet.pence <> coalesce(provider.pence, 0)
