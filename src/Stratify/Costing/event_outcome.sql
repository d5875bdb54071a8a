-- grain: row_id
-- reads: priced_event, costed_event, person
-- What became of every event: counted in a year, or the reason why not, whose it is, and what it cost in all years of the run. What begins
-- in the thirty days after death counts, and is marked: letters, equipment that is fetched and deaths that are dated late are care all the same.
select
    event.row_id,
    event.dataset,
    event.person_key,
    event.link_grade as grade,
    cast(case
        when counted.row_id is not null then 'counted'
        when event.start_date > person.died + case when event.by_days then 0 else 30 end then 'after_death'
        when event.end_date < event.start_date then 'ends_before_start'
        when event.told_by_ward_stay then 'also_ward_stay'
        when event.counted_on is null then 'unfinished'
        else 'out_of_period'
    end as enum('after_death', 'also_ward_stay', 'counted', 'ends_before_start', 'out_of_period', 'unfinished')) as outcome,
    coalesce(counted.row_id is not null and event.start_date > person.died, false) as is_soon_after_death,
    coalesce(counted.pence, 0) as pence
from priced_event as event
left join person using (person_key)
left join (
    -- What counts in one year alone is not gathered: that would be nearly everything.
    select row_id, cost_pence as pence from costed_event where not in_years
    union all
    select row_id, cast(sum(cost_pence) as bigint) as pence from costed_event where in_years group by row_id
) as counted using (row_id)
