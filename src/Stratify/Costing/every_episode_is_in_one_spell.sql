-- law: every finished episode of somebody alive is in one spell, and every spell has its episodes
-- reads: linked_event, person, episode, spell
select linked_event.row_id
from linked_event
left join person using (person_key)
left join episode using (row_id)
left join spell using (spell_id)
where linked_event.unit = 'spell' and linked_event.costed
    and (person.died is null or linked_event.start_date <= person.died + 30)
    and spell.spell_id is null
union all
select spell.row_id
from spell
left join (select spell_id, count(*) as episodes from episode group by spell_id) as joined using (spell_id)
where joined.episodes is distinct from spell.episodes
