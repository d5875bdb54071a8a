-- grain: dataset
-- category: plausibility
-- scope: episodes
-- counts: stays in hospital that share a night with a stay of the same person at another provider
-- of: stays in hospital of people
-- needs: stays in hospital of people
-- reads: spell, episode
-- Nobody sleeps in two hospitals: either they are two people under one number, or a date is wrong.
with stay as (
    select spell.spell_id, spell.person_key, spell.admitted_on, spell.discharged_on, min(episode.provider) as provider
    from spell
    join episode using (spell_id)
    where spell.person_key is not null
    group by all
)
select
    'acute_inpatients' as dataset,
    count(*) filter (elsewhere.spell_id is not null) as violations,
    count(*) as counted
from stay
left join (
    select distinct stay.spell_id
    from stay
    join stay as other on other.person_key = stay.person_key and other.provider <> stay.provider
        and other.admitted_on < stay.discharged_on and stay.admitted_on < other.discharged_on
) as elsewhere using (spell_id)
