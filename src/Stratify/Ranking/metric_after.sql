-- grain: spell_id
-- reads: metric_discharge, costed_event, stay_year, period, readmission, spell
-- Ordinary stays that ended alive and have thirty days of their year to follow, and in how many settings the person was on days 1 to 30 after. A medicine's
-- day is not told. Care that lasts counts where any of its days lies among those. And whether an emergency readmission of the person's, as they are
-- counted everywhere, began on days 0 to 29.
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
),
readmitted as (
    select distinct discharge.spell_id
    from discharge
    join spell on spell.person_key = discharge.person_key and spell.admitted_on between discharge.discharged_on and discharge.discharged_on + 29 and spell.spell_id <> discharge.spell_id
    join readmission on readmission.spell_id = spell.spell_id
)
select
    discharge.spell_id,
    count(distinct care.setting) as settings,
    coalesce(bool_or(readmitted.spell_id is not null), false) as is_readmitted
from discharge
left join readmitted on readmitted.spell_id = discharge.spell_id
left join care on care.person_key = discharge.person_key
    and care.last_day > discharge.discharged_on and care.first_day <= discharge.discharged_on + 30
group by discharge.spell_id
