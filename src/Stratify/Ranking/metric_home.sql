-- grain: spell_id
-- reads: metric_discharge, event, person, spell, run
-- Discharges from ordinary stays after which reablement began within seven days, the last before it, where the run has the 91st day; and whether the person
-- was then alive, in no hospital and in no long-term care home (people in either, and the dead, are not at home: ASCOF's measure).
with care as (
    select linked_person as person_key, kind, start_date, coalesce(end_date, date '9999-12-31') as end_date
    from event
    where dataset = 'social_care_services' and kind in ('care_home', 'reablement') and linked_person is not null and costed
),
reabled as (
    select distinct spell_id, person_key, day
    from (
        select
            discharge.spell_id,
            discharge.person_key,
            discharge.discharged_on + 91 as day,
            row_number() over (partition by care.person_key, care.start_date order by discharge.discharged_on desc, discharge.spell_id) as place
        from care
        join metric_discharge as discharge using (person_key)
        where care.kind = 'reablement' and discharge.is_ordinary
            and care.start_date between discharge.discharged_on and discharge.discharged_on + 7
    )
    where place = 1 and day <= (select period_to from run)
)
select
    reabled.spell_id,
    coalesce(person.died > reabled.day, true)
        and not exists (select 1 from spell where spell.person_key = reabled.person_key and spell.admitted_on <= reabled.day and spell.discharged_on > reabled.day)
        and not exists (select 1 from care where care.person_key = reabled.person_key and care.kind = 'care_home' and care.start_date <= reabled.day and care.end_date >= reabled.day)
        as is_home
from reabled
join person using (person_key)
