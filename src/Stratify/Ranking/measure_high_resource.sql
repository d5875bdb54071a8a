-- grain: year
-- reads: person_year
-- The fewest people who have half, and four fifths, of all cost: the costliest, ties broken by the person's number in the run.
select
    year,
    count(*) filter (before < 0.5 * whole) as half_people,
    count(*) filter (before < 0.8 * whole) as four_fifths_people
from (
    select
        year,
        sum(cost) over (partition by year order by cost desc, person_key rows between unbounded preceding and current row) - cost as before,
        sum(cost) over (partition by year) as whole
    from person_year
    where cost > 0
)
group by year
