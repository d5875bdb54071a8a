-- grain: dataset, source_id
-- reads: mental_health_ward_stays_landed
-- Nights are counted, as occupied beds are at midnight: the day of leaving is none, so a move from ward to ward counts no day twice.
-- Where stays of one spell overlap, a night is that of the ward to which the person came last. A stay without a night costs nothing.
-- One that goes on runs to the end of the period, or to death. A cost that the sender carries is the whole stay's, and is spread over its nights;
-- a standard prices the nights themselves.
select
    'mental_health_ward_stays' as dataset,
    coalesce(provider || '/', '') || source_id as source_id,
    row_id,
    'mental_health' as setting,
    'mental_health_ward_stay' as activity,
    start_date as counted_on,
    start_date,
    case when has_night then last_night when end_date < start_date then end_date else start_date end as end_date,
    has_night as costed,
    provider,
    commissioner,
    cost as carried_pence,
    'day' as unit,
    1 as quantity,
    has_night or end_date < start_date as by_days,
    ward_type || '||' as price_key,
    '||' as average_key
from (
    select *, coalesce(last_night >= start_date, true) as has_night
    from (
        select *, least(end_date, next_start) - 1 as last_night
        from (
            select
                *,
                lead(start_date) over (
                    partition by provider, coalesce(spell, 'stay ' || source_id)
                    order by start_date, end_date nulls last, source_id
                ) as next_start
            from mental_health_ward_stays_landed
        )
    )
)
