-- grain: year, input
-- reads: costed_event, event, metric_discharge, period
-- What extracts tell in a year, of what measures of joined-up care ask: a dataset by its name, a column of it after a point. What is not
-- told is missing, and never none. The last day that a dataset tells of says which months are over.
with sort as (
    select year, dataset, kind, max(counted_on) as told_to
    from costed_event
    where costed
    group by all
)
select distinct year, cast(dataset as varchar) as input, max(told_to) over (partition by dataset) as told_to from sort
union all
select distinct year, case kind
    when 'first' then 'acute_outpatients.first_attendance'
    when 'follow_up' then 'acute_outpatients.first_attendance'
    when 'procedure' then 'acute_outpatients.hrg'
    when 'type_1' then 'emergency_attendances.department'
    when 'other_type' then 'emergency_attendances.department'
    when 'reablement' then 'social_care_services.service_component'
    when 'care_home' then 'social_care_services.service_type'
    else 'gp_appointments.clinician'
end, null::date
from sort
where kind is not null
union
select year, 'social_care_services.service_type', null::date
from period
where exists (select 1 from event where dataset = 'social_care_services' and price_key is not null)
union all
select distinct year, 'acute_inpatients.discharge_destination', null::date from metric_discharge where is_discharge
union all
select distinct year, 'acute_inpatients.ready_date', null::date from metric_discharge where delayed_days is not null
union all
select distinct period.year, 'community_contacts.team', null::date
from event
join period on event.counted_on between period.date_from and period.date_to
where event.dataset in ('community_contacts', 'mental_health_contacts') and event.team is not null
union all
select distinct period.year, 'acute_outpatients.treatment_function', null::date
from event
join period on event.counted_on between period.date_from and period.date_to
where event.dataset = 'acute_outpatients' and event.second_key is not null
