-- law: what likely links would add to a partition's cohorts is what they would add to person-years, to the penny
-- reads: measure_coverage, coverage_cost, scheme
select scheme, year
from (
    select scheme, year, sum(coverage_pence - pence) as pence
    from measure_coverage
    group by scheme, year
) as held
join scheme using (scheme)
left join (select year, sum(pence) as pence from coverage_cost group by year) as likely using (year)
where scheme.scheme_kind = 'partition' and held.pence <> coalesce(likely.pence, 0)
