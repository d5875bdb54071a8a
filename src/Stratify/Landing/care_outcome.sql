-- grain: row_id
-- reads: client_level_data_landed, care_period, social_care_services_landed
-- Councils send the last twelve months every quarter. A row is told by the latest submission whose period it reaches into; an earlier
-- one still tells what ended before. A service that stands twice is the same when person, start, kind, means and cost are (the
-- Department's identity): the open row is kept, else the one that ends last, else the one sent last.
with submission as (
    select *, row_number() over (partition by authority order by period_end nulls first, extract) as place
    from care_period
),
told_again as (
    select earlier.authority, earlier.place, min(later.period_start) as told_from
    from submission as earlier
    join submission as later on later.authority = earlier.authority and later.place > earlier.place
    group by earlier.authority, earlier.place
),
event as (
    select
        landed.*,
        submission.place,
        coalesce(told_again.told_from <= coalesce(landed.end_date, case when landed.event_type = 'SERVICE' then date '9999-12-31' else landed.start_date end), false) as inactive
    from client_level_data_landed as landed
    join submission
      on submission.authority = landed.authority and submission.extract = landed.extract and submission.period_end is not distinct from landed.period_end
    left join told_again on told_again.authority = submission.authority and told_again.place = submission.place
),
numbered as (
    select
        *,
        row_number() over (
            partition by
                authority, coalesce(person_reference, cast(nhs_number as varchar), cast(row_id as varchar)), event_type, start_date,
                replace(client_type, 'UNPAID ', ''), replace(upper(service_type), 'UNPAID ', ''), replace(upper(service_component), 'UNPAID ', ''),
                case when upper(service_component) = 'DIRECT PAYMENT' then 'DIRECT PAYMENT' else delivery end,
                abs(unit_cost), frequency, abs(units_per_week), inactive, case when event_type <> 'SERVICE' then row_id end
            order by end_date desc nulls first, place desc, row_id desc
        ) as latest
    from event
)
select
    numbered.row_id,
    case
        when inactive then 'inactive_submission'
        when latest > 1 then 'restated'
        when flattened.row_id is not null then 'also_flattened'
        else 'event'
    end as outcome
from numbered
left join social_care_services_landed as flattened
  on flattened.authority = numbered.authority and flattened.person_reference is not distinct from numbered.person_reference
 and flattened.source_id = numbered.source_id and flattened.start_date = numbered.start_date
