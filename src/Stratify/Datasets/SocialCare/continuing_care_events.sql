-- grain: dataset, source_id
-- reads: continuing_care_landed
-- Weekly cost × days ÷ 7 inside the year, up to the day of death. Without a weekly cost the price book's rate for the type is
-- used: there is a national one for funded nursing care alone, so the other types are then named as unpriced. Nothing is paid
-- twice: what councils send is without funded nursing care and continuing healthcare, as their Client Level Data guidance says.
select
    'continuing_care' as dataset,
    coalesce(commissioner, '') || '/' || source_id || '/' || start_date as source_id,
    row_id,
    'continuing_care' as setting,
    'continuing_care_package' as activity,
    start_date as counted_on,
    start_date,
    end_date,
    end_date is null or end_date >= start_date as costed,
    commissioner as provider,
    commissioner,
    'day' as unit,
    true as by_days,
    case when weekly_cost > 0 then weekly_cost end as rate_pence,
    1 as rate_numerator,
    1 as rate_denominator,
    package_type || '||' as price_key
from continuing_care_landed
