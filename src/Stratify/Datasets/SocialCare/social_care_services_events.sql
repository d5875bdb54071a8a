-- grain: dataset, source_id
-- reads: social_care_services_landed
-- The Department's rule for Client Level Data: absolute unit cost × units a week × weeks inside the period.
-- The frequency decides the units a week; planned units are trusted only for units more frequent than weekly.
-- A one-off cost counts when its service starts. Without a unit cost the price book's day rate is used: missing is not zero.
-- Requests, assessments and reviews cost nothing and are counted when they end.
-- The council's own key of a person goes no further: what names an event has that person's number within the run in its place.
-- A day rate says nothing of what is bought once, so a one-off without its cost is unpriced.
select
    'social_care_services' as dataset,
    authority || '/' || dense_rank() over (partition by authority order by person_reference) || '/' || source_id || '/' || start_date as source_id,
    row_id,
    'social_care' as setting,
    case event_type when 'REQUEST' then 'care_request' when 'ASSESSMENT' then 'care_assessment' when 'REVIEW' then 'care_review' else 'care_service' end as activity,
    case when coalesce(event_type, 'SERVICE') = 'SERVICE' then start_date else coalesce(end_date, start_date) end as counted_on,
    start_date,
    end_date,
    coalesce(event_type, 'SERVICE') = 'SERVICE' and (end_date is null or end_date >= start_date) as costed,
    authority as provider,
    case when frequency = 'ONE-OFF' then nullif(abs(unit_cost), 0) end as carried_pence,
    'day' as unit,
    coalesce(event_type, 'SERVICE') = 'SERVICE' and frequency is distinct from 'ONE-OFF' as by_days,
    nullif(abs(unit_cost), 0) as rate_pence,
    client_contribution as client_rate_pence,
    case frequency
        when 'WEEKLY' then 1
        when 'FORTNIGHTLY' then 1
        when '4-WEEKLY' then 1
        when 'MONTHLY' then 12
        when 'QUARTERLY' then 4
        when 'ANNUALLY' then 1
        -- More units than a week has minutes are a marker of not known, such as 99999.
        else case when abs(units_per_week) <= 10080 then nullif(cast(abs(units_per_week) * 10000 as bigint), 0) end
    end as rate_numerator,
    case frequency
        when 'WEEKLY' then 1
        when 'FORTNIGHTLY' then 2
        when '4-WEEKLY' then 4
        when 'MONTHLY' then 52
        when 'QUARTERLY' then 52
        when 'ANNUALLY' then 52
        else 10000
    end as rate_denominator,
    case when frequency is distinct from 'ONE-OFF' then upper(service_type) || '||' end as price_key,
    case
        when coalesce(event_type, 'SERVICE') <> 'SERVICE' then null
        when lower(service_component) like '%reablement%' then 'reablement'
        when lower(service_type) like 'long term support%' and (lower(service_type) like '%residential%' or lower(service_type) like '%nursing%')
            and coalesce(lower(service_component) not like 'short term%', true) then 'care_home'
    end as kind
from social_care_services_landed
