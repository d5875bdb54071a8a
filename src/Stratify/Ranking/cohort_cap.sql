-- grain: scheme, cohort, year
-- reads: cohort_person, cohort_key
-- The cost that 99 of a hundred people of a cohort stay below or at.
select known.scheme, known.cohort, known.year, known.number, had.cap
from (select number, quantile_disc(cost, 0.99) as cap from cohort_person group by number) as had
join cohort_key as known using (number)
