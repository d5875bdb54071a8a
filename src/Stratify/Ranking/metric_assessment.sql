-- grain: person_key, year
-- reads: event, period
-- How often a person was assessed again within ninety days after another organisation had. An assessment is what a council calls one, and the first
-- contact of a team of community or mental health services: one before which the person had none of that organisation's teams of the type for ninety
-- days. Of the first ninety days of which an organisation tells that cannot be known, so that none of them is one. First outpatient attendances are
-- held against those of the same treatment function alone. Of two on one day one comes again.
with contact as (
    select
        linked_person as person_key,
        dataset,
        provider,
        counted_on,
        counted_on - lag(counted_on) over (partition by linked_person, dataset, provider, team order by counted_on) as since
    from event
    where dataset in ('community_contacts', 'mental_health_contacts') and costed and linked_person is not null and provider is not null
),
assessment as (
    select 'assessed' as sort, contact.person_key, contact.provider, contact.counted_on
    from contact
    join (select dataset, provider, min(counted_on) as told_from from contact group by all) as told using (dataset, provider)
    where coalesce(contact.since, 91) > 90 and contact.counted_on >= told.told_from + 90
    union
    select 'assessed', linked_person, provider, counted_on
    from event
    where activity = 'care_assessment' and linked_person is not null and provider is not null
    union
    -- The key of a price begins with the treatment function.
    select split_part(second_key, '|', 1), linked_person, provider, counted_on
    from event
    where dataset = 'acute_outpatients' and kind = 'first' and costed and linked_person is not null and provider is not null and second_key is not null
),
again as (
    select distinct later.sort, later.person_key, later.provider, later.counted_on
    from assessment as later
    join assessment as before
        on before.person_key = later.person_key and before.sort = later.sort and before.provider <> later.provider
        and before.counted_on between later.counted_on - 90 and later.counted_on
        and (before.counted_on < later.counted_on or before.provider < later.provider)
)
select
    person_key,
    year,
    count(*) filter (sort = 'assessed') as assessed_again,
    count(*) filter (sort <> 'assessed') as seen_again
from again
join period on again.counted_on between period.date_from and period.date_to
group by person_key, year
