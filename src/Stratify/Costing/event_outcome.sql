-- grain: dataset, source_id
-- reads: priced_event, costed_event, person
-- What became of every event: counted in a year, or the reason why not. What begins in the thirty days after death counts, and is marked:
-- letters, equipment that is fetched and deaths that are dated late are care all the same.
select
    event.dataset,
    event.source_id,
    case
        when counted.dataset is not null then 'counted'
        when event.start_date > person.died + case when event.by_days then 0 else 30 end then 'after_death'
        when event.end_date < event.start_date then 'ends_before_start'
        when event.told_by_ward_stay then 'also_ward_stay'
        when event.counted_on is null then 'unfinished'
        else 'out_of_period'
    end as outcome,
    coalesce(counted.dataset is not null and event.start_date > person.died, false) as is_soon_after_death
from priced_event as event
left join person using (person_key)
left join (select distinct dataset, source_id from costed_event) as counted using (dataset, source_id)
