-- grain: year
-- reads: register_change
-- The people of a year are those who were there, were born or joined, and those who died, left or are there still.
select
    year,
    count(*) as people,
    count(*) filter (came = 'there') as at_start,
    count(*) filter (came = 'born') as born,
    count(*) filter (came = 'joined') as joined,
    count(*) filter (went = 'died') as died,
    count(*) filter (went = 'left') as moved_away,
    count(*) filter (went = 'there') as at_end,
    count(*) filter (moved_practice) as moved_practice,
    count(*) filter (moved_area) as moved_area,
    count(*) filter (has_gap) as with_gap,
    count(*) filter (has_overlap) as with_overlap
from register_change
group by year
