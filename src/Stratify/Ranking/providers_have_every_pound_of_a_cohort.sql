-- law: over its providers the pounds of a cohort are its pounds, setting by setting
-- reads: measure_cohort_provider, measure_cohort_setting, up_close
select cohort.scheme, cohort.cohort, cohort.setting
from (
    select scheme, cohort, year, setting, pence
    from measure_cohort_setting
    semi join up_close using (scheme, cohort, year)
) as cohort
left join (
    select scheme, cohort, year, setting, sum(pence) as pence
    from measure_cohort_provider
    group by scheme, cohort, year, setting
) as given on given.scheme = cohort.scheme and given.cohort = cohort.cohort and given.year = cohort.year and cast(given.setting as varchar) = cohort.setting
where coalesce(given.pence, 0) <> cohort.pence
