-- grain: person_key, year, month
-- reads: costed_event, person_year
-- What a person had in a month of contacts that measures of joined-up care count by their sort.
select
    person_key,
    year,
    cast(date_trunc('month', counted_on) as date) as month,
    count(*) filter (activity = 'gp_appointment') as gp_appointments,
    count(*) filter (activity = 'gp_appointment' and kind = 'gp') as gp_appointments_gp,
    count(*) filter (activity = 'outpatient_appointment') as outpatient_attendances,
    count(*) filter (activity = 'outpatient_appointment' and kind = 'first') as op_new,
    count(*) filter (activity = 'outpatient_appointment' and kind = 'follow_up') as op_follow_up,
    count(*) filter (activity = 'outpatient_appointment' and kind = 'procedure') as op_procedure,
    count(*) filter (activity = 'ae_attendance') as ae_attendances,
    count(*) filter (activity = 'ae_attendance' and kind = 'type_1') as ae_type1,
    count(*) filter (activity = 'ae_attendance' and kind = 'other_type') as ae_other,
    count(*) filter (activity = 'community_contact') as community_contacts
from costed_event
semi join person_year using (person_key, year)
where costed and activity in ('gp_appointment', 'outpatient_appointment', 'ae_attendance', 'community_contact')
group by all
