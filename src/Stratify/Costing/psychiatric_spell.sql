-- grain: spell_id
-- reads: episode, spell, linked_event
-- Stays in hospital that two national data sets tell of: spells of admitted care under a mental health specialty (those that begin with
-- 7), or under none that is told, that share a night with a ward stay of the same person at the same provider. The ward stay counts, as the
-- Mental Health Services Data Set knows the kind of bed and moves between wards, and the spell is left out with all its episodes. A
-- stay on a general ward in between is care of its own, and so is one elsewhere: those count beside the bed that is kept.
select spell.spell_id
from spell
join (
    select spell_id, min(provider) as provider
    from episode
    group by spell_id
    having bool_and(coalesce(specialty[1] = '7', true))
) as psychiatric using (spell_id)
semi join (select * from linked_event where activity = 'mental_health_ward_stay' and costed) as stay
  on stay.person_key = spell.person_key
 and left(stay.provider, 3) = psychiatric.provider
 and stay.start_date <= greatest(spell.admitted_on, spell.discharged_on - 1)
 and coalesce(stay.end_date, date '9999-12-31') >= spell.admitted_on
