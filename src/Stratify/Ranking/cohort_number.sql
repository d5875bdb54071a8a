-- grain: number
-- reads: cohort_total, scheme
-- A number for each cohort of a year, so that all cohorts of a person make a short list.
select
    total.scheme,
    total.cohort,
    total.year,
    total.people,
    total.pence,
    scheme.scheme_kind,
    row_number() over (order by total.scheme, total.cohort, total.year) as number
from cohort_total as total
join scheme using (scheme)
