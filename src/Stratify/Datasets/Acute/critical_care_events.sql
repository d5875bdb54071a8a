-- grain: dataset, source_id
-- reads: critical_care_landed
-- Priced by the day, its first and last both counted, on top of its spell: neither a spell's national price nor its average in
-- the National Cost Collection holds critical care. A day on which a person moves from one unit to another counts once. Its days are
-- nights of the stay already, so it is no admission and adds no bed day. An adult's group follows from the organs supported.
-- A period that is not over is kept and not counted: it is sent again when it ends.
select
    'critical_care' as dataset,
    provider || '/' || source_id as source_id,
    row_id,
    'inpatient' as setting,
    'critical_care' as activity,
    case when end_date >= start_date then end_date end as counted_on,
    start_date,
    end_date,
    coalesce(end_date >= start_date, false) as costed,
    left(provider, 3) as provider,
    commissioner,
    cost as carried_pence,
    'day' as unit,
    greatest(0, end_date - greatest(start_date, coalesce(left_before + 1, start_date)) + 1) as quantity,
    coalesce(hrg, adult_hrg) || '||' as price_key,
    'CRITICAL CARE||' as average_key,
    left(provider, 3) || '/' || spell_number as spell_number
from (
    select
        *,
        max(end_date) over (
            partition by nhs_number, provider, coalesce(spell_number, cast(row_id as varchar)) order by start_date, end_date, row_id
            rows between unbounded preceding and 1 preceding
        ) as left_before,
        case
            when unit_function in ('04', '13', '14', '15', '16', '17', '18', '19', '92') or organs < 0 then null
            when organs >= 6 then 'XC01Z'
            else 'XC0' || (7 - organs) || 'Z'
        end as adult_hrg
    from critical_care_landed
)
