-- grain: person_key, year
-- reads: costed_event, spell
-- What was done for a person in a year. Admissions and nights are counted on the episode that stands for its spell; where stays count by
-- day, a year has the nights that begin in it, and the admission is counted in the year of the discharge.
select
    person_key,
    year,
    count(*) filter (activity = 'gp_appointment') as gp_appointments,
    cast(coalesce(sum(quantity) filter (setting = 'prescribing'), 0) as bigint) as prescriptions,
    count(*) filter (setting = 'inpatient' and activity <> 'critical_care' and not in_spell and counts_here) as admissions,
    count(*) filter (activity = 'emergency_admission' and not in_spell and counts_here) as emergency_admissions,
    count(*) filter (activity in ('elective_admission', 'day_case') and not in_spell and counts_here) as elective_admissions,
    cast(coalesce(sum(nights) filter (setting = 'inpatient' and not in_spell), 0) as bigint) as bed_days,
    count(*) filter (setting = 'outpatient') as outpatient_attendances,
    count(*) filter (activity = 'ae_attendance') as ae_attendances,
    count(*) filter (setting = 'community') as community_contacts,
    count(*) filter (activity in ('mental_health_contact', 'talking_therapies_contact')) as mental_health_contacts,
    cast(coalesce(sum(days) filter (setting = 'social_care'), 0) as bigint) as care_days
from costed_event
where person_key is not null and costed
group by person_key, year
