-- grain: person_key, year
-- reads: person_care, event, period
-- By how many organisations, and by how many teams of community and mental health services, a person was cared for in a year.
with provider as (
    select person_key, year, count(*) as providers
    from (select distinct person_key, year, provider from person_care where provider <> '' and contacts > 0 and setting <> 'prescribing')
    group by person_key, year
),
team as (
    select person_key, year, count(*) as teams
    from (
        select distinct event.linked_person as person_key, period.year, event.provider, event.team
        from event
        join period on event.counted_on between period.date_from and period.date_to
        where event.dataset in ('community_contacts', 'mental_health_contacts') and event.team is not null and event.costed and event.linked_person is not null
    )
    group by person_key, year
)
select person_key, year, coalesce(provider.providers, 0) as providers, coalesce(team.teams, 0) as teams
from provider
full join team using (person_key, year)
