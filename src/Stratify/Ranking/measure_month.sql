-- grain: year, month, measure
-- reads: costed_event, person_year, period
-- Emergency admissions, A&E attendances and cost of everybody's care by the month in which they count: a stay in that of its discharge, unless
-- the job counts it otherwise. Cost that is put into years day by day is in no month. A measure of which no extract tells has no rows.
-- A month is over in the data when some event of the same kind counts in its last days or later: else there may be more to come.
with counted as (
    select
        year,
        cast(date_trunc('month', counted_on) as date) as month,
        person_key,
        count(*) filter (activity = 'emergency_admission' and not in_spell and counts_here) as emergency_admissions,
        count(*) filter (activity = 'ae_attendance') as ae_attendances,
        cast(coalesce(sum(cost_pence) filter (not in_years), 0) as bigint) as pence,
        count(*) filter (not in_years and cost_pence <> 0) as costed
    from costed_event
    semi join person_year using (person_key, year)
    where costed
    group by all
),
latest as (
    select 'emergency_admissions' as measure, max(counted_on) filter (setting = 'inpatient') as told_to, bool_or(dataset = 'acute_inpatients') as is_told from costed_event
    union all
    select 'ae_attendances', max(counted_on) filter (activity = 'ae_attendance'), bool_or(dataset = 'emergency_attendances') from costed_event
    union all
    select 'cost', max(counted_on) filter (not in_years), count(*) > 0 from costed_event
),
month as (
    select year, cast(unnest(generate_series(date_trunc('month', date_from), cast(date_to as timestamp), interval 1 month)) as date) as first_day, date_from, date_to
    from period
)
select
    month.year,
    month.first_day as month,
    latest.measure,
    case latest.measure when 'emergency_admissions' then 1 when 'ae_attendances' then 2 else 3 end as position,
    last_day(month.first_day) - month.first_day + 1 as days,
    case
        when month.first_day < month.date_from or last_day(month.first_day) > month.date_to then 'part of the period'
        when latest.told_to is null or last_day(month.first_day) - 3 > latest.told_to then 'not over'
        else 'whole'
    end as state,
    count(counted.person_key) filter (case latest.measure when 'emergency_admissions' then counted.emergency_admissions when 'ae_attendances' then counted.ae_attendances else counted.costed end > 0) as people,
    case when latest.measure <> 'cost' then cast(coalesce(sum(case latest.measure when 'emergency_admissions' then counted.emergency_admissions else counted.ae_attendances end), 0) as bigint) end as events,
    case when latest.measure = 'cost' then cast(coalesce(sum(counted.pence), 0) as bigint) end as pence,
    coalesce(max(abs(counted.pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(counted.pence), 2)[2], 0) as pence_second
from month
join latest on latest.is_told
left join counted on counted.year = month.year and counted.month = month.first_day
group by month.year, month.first_day, month.date_from, month.date_to, latest.measure, latest.told_to
