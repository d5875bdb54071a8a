-- law: a stay in hospital that a mental health ward stay tells of is counted as the ward stay alone
-- reads: psychiatric_spell, episode, event, costed_event
select costed_event.source_id
from costed_event
join event using (dataset, source_id)
join episode on episode.row_id = event.row_id and event.dataset = 'acute_inpatients'
semi join psychiatric_spell using (spell_id)
