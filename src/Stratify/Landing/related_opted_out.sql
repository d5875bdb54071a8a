-- grain: source, row_id
-- reads: opted_out_person, related_registration, related_referral, related_service, related_contact, related_activity, related_spell, related_ward_stay, client_level_data_landed
-- Rows of other tables that belong to people whose row of the index was withheld: by their own key of the person, or by their referral, spell or contact.
with said_no as (
    select source, extract, coalesce(provider, '') as provider, 'patient' as kind, patient as key from opted_out_person where patient is not null
    union
    select source, extract, coalesce(provider, ''), 'person', person from opted_out_person where person is not null
),
row_of as (
    select source, extract, coalesce(provider, '') as provider, 'referral' as part, row_id, request, null as contact, null as spell, patient, person from related_referral
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'registration' as part, row_id, patient, person from related_registration
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'service' as part, row_id, request from related_service
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'contact' as part, row_id, request, contact, person from related_contact
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'activity' as part, row_id, contact, person from related_activity
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'spell' as part, row_id, request, spell, person from related_spell
    union all by name
    select source, extract, coalesce(provider, '') as provider, 'ward_stay' as part, row_id, spell, person from related_ward_stay
),
own as (
    select distinct row_of.*
    from row_of
    join said_no
      on said_no.source = row_of.source and said_no.extract = row_of.extract and said_no.provider = row_of.provider
     and said_no.key = case said_no.kind when 'patient' then row_of.patient else row_of.person end
),
of_request as (
    select row_of.*
    from row_of
    semi join (from own where part = 'referral') as referral using (source, extract, provider, request)
)
select source, row_id from own
union
select source, row_id from of_request
union
select source, row_id
from row_of
semi join (select * from own union all select * from of_request) as theirs using (source, extract, provider, contact)
where part = 'activity'
union
select source, row_id
from row_of
semi join (select * from own union all select * from of_request) as theirs using (source, extract, provider, spell)
where part = 'ward_stay'
union
select 'client_level_data', row_id
from client_level_data_landed as event
semi join opted_out_person as person
  on person.source = 'client_level_data' and person.extract = event.extract and person.provider = event.authority and person.patient = event.person_reference
