-- grain: spell_id
-- reads: metric_discharge, costed_event, stay_year, period
-- Ordinary stays that ended alive and have thirty days of their year to follow, and in how many settings the person was on days 1 to 30 after. A medicine's
-- day is not told. Care that lasts counts where any of its days lies among those.
with discharge as (
    select spell_id, person_key, discharged_on
    from metric_discharge
    join period using (year)
    where is_ordinary and discharged_on between date_from and date_to - 30
),
care as (
    select
        person_key,
        cast(setting as varchar) as setting,
        case when days is null then counted_on else date_from + cast(day as integer) end as first_day,
        case when days is null then counted_on else date_from + cast(day + days - 1 as integer) end as last_day
    from costed_event
    join period using (year)
    semi join discharge using (person_key)
    where costed and setting not in ('inpatient', 'prescribing')
    union all
    select distinct person_key, 'inpatient', admitted_on, admitted_on
    from stay_year
)
select discharge.spell_id, count(distinct care.setting) as settings
from discharge
left join care on care.person_key = discharge.person_key
    and care.last_day > discharge.discharged_on and care.first_day <= discharge.discharged_on + 30
group by discharge.spell_id
