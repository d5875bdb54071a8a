-- law: a spell is priced once, whatever its number of episodes, and the cost that its episodes carry is kept
-- reads: spell, episode
select spell_id
from spell
join episode using (spell_id)
group by spell_id, spell.carried_pence
having sum(episode.carried_pence) is distinct from spell.carried_pence
    or count(*) filter (episode.row_id = spell.row_id) <> 1
