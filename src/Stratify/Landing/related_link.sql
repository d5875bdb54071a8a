-- grain: source, row_id
-- reads: related_item, related_outcome, related_referral, related_person_key
-- The index row of an event's person, within its own submission: by the event's own key, else by its referral's. An event keeps
-- without either; it is then named.
with referral as (
    select source, extract, scope, request, arg_max(patient, row_id) as patient, arg_max(person, row_id) as person
    from related_referral
    group by source, extract, scope, request
)
select
    source,
    row_id,
    person_row,
    case
        when person_row is null and not has_referral then 'no_referral_and_no_person'
        when person_row is null then 'no_person'
        when not has_referral then 'no_referral'
        else 'whole'
    end as relation
from (
    select
        item.source,
        item.row_id,
        referral.request is not null as has_referral,
        coalesce(own.person_row, by_patient.person_row, by_person.person_row) as person_row
    from related_item as item
    join related_outcome as outcome using (source, row_id)
    left join referral using (source, extract, scope, request)
    left join related_person_key as own
      on own.source = item.source and own.extract = item.extract and own.scope = item.scope and own.kind = 'person' and own.key = item.person
    left join related_person_key as by_patient
      on by_patient.source = item.source and by_patient.extract = item.extract and by_patient.scope = item.scope
     and by_patient.kind = 'patient' and by_patient.key = referral.patient
    left join related_person_key as by_person
      on by_person.source = item.source and by_person.extract = item.extract and by_person.scope = item.scope
     and by_person.kind = 'person' and by_person.key = referral.person
    where outcome.outcome = 'event'
)
