-- grain: number
-- reads: cohort_total, cohort_key, scheme
-- The number of each cohort that has anybody, with how many they are and what they cost.
select
    total.scheme,
    total.cohort,
    total.year,
    total.people,
    total.pence,
    scheme.scheme_kind,
    known.number
from cohort_total as total
join cohort_key as known using (scheme, cohort, year)
join scheme using (scheme)
