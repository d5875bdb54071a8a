-- grain: source, row_id
-- reads: related_link, related_contact, related_service, related_referral, related_person, related_registration
-- A contact as it would stand in one flat file. Its team is the one that it names, else the only type of team that its referral is
-- to; where several could be meant none is taken. Its practice is that of its person's last registration. Its key holds that of its referral, and of its
-- extract where no provider is told.
with service as (
    select source, extract, scope, request, team_key, team from related_service
    union all
    select source, extract, scope, request, team_key, team from related_referral where team is not null
),
team_by_key as (
    select source, extract, scope, request, team_key, min(team) as team
    from service
    where team_key is not null
    group by source, extract, scope, request, team_key
    having count(distinct team) = 1
),
only_team as (
    select source, extract, scope, request, min(team) as team
    from service
    group by source, extract, scope, request
    having count(distinct team) = 1
),
practice as (
    select source, extract, scope, key, arg_max(practice, (coalesce(start_date, date '1900-01-01'), row_id)) as practice
    from (
        select *, 'patient ' || patient as key from related_registration
        union all
        select *, 'person ' || person as key from related_registration
    )
    where key is not null and practice is not null
    group by source, extract, scope, key
)
select
    contact.source,
    contact.row_id,
    contact.extract,
    person.nhs_number,
    coalesce(person.nhs_number_status, 1) as nhs_number_status,
    person.nhs_number_traced,
    person.gender,
    practice.practice,
    case when coalesce(contact.provider, person.provider) is null then contact.sender || '/' else '' end
        || coalesce(contact.request || '/', '') || contact.contact as source_id,
    coalesce(contact.provider, person.provider) as provider,
    contact.contact_date,
    contact.attended,
    contact.medium,
    contact.location,
    coalesce(team_by_key.team, only_team.team) as team,
    contact.currency,
    contact.minutes,
    contact.commissioner,
    contact.cost
from related_link as link
join related_contact as contact using (source, row_id)
left join related_person as person on person.source = link.source and person.row_id = link.person_row
left join practice
  on practice.source = person.source and practice.extract = person.extract and practice.scope = person.scope
 and practice.key = coalesce('patient ' || person.patient, 'person ' || person.person)
left join team_by_key
  on team_by_key.source = contact.source and team_by_key.extract = contact.extract and team_by_key.scope = contact.scope
 and team_by_key.request = contact.request and team_by_key.team_key = contact.team_key
left join only_team
  on only_team.source = contact.source and only_team.extract = contact.extract and only_team.scope = contact.scope
 and only_team.request = contact.request
