-- grain: area
-- reads: areas_landed
-- How many people live in an area, where the look-up tells.
select area, max(population) as population
from areas_landed
where population > 0
group by area
