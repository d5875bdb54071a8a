-- law: what the cohorts of a partition have in scope is what the rules have, each stay once
-- reads: measure_cohort_opportunity, measure_opportunity, opportunity_rule, scheme
select scheme, held.year, held.lever
from (
    select scheme, year, lever, sum(admissions) as admissions, sum(pence) as pence
    from measure_cohort_opportunity
    join scheme using (scheme)
    where scheme.scheme_kind = 'partition'
    group by scheme, year, lever
) as held
join (
    select year, lever, sum(net_admissions) as admissions, sum(net_pence) as pence
    from measure_opportunity
    join opportunity_rule using (rule)
    group by year, lever
) as whole on whole.year = held.year and whole.lever = held.lever
where held.admissions <> whole.admissions or held.pence <> whole.pence
