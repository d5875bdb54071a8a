-- grain: dataset, source_id
-- reads: linked_event, episode, spell, psychiatric_spell
-- Events as costing sees them: an episode is counted on its spell's discharge, and the spell is priced on its last episode.
-- Critical care is counted with the stay that it belongs to, in the stay's year; where no such stay was sent, on its own last day.
select
    event.dataset,
    event.source_id,
    event.row_id,
    event.person_key,
    event.setting,
    event.activity,
    event.provider,
    case when event.counted_on is null then null else coalesce(spell.discharged_on, stay.discharged_on, event.counted_on) end as counted_on,
    event.start_date,
    event.end_date,
    event.costed,
    spell.row_id is not null and spell.row_id <> event.row_id as in_spell,
    psychiatric.spell_id is not null as told_by_ward_stay,
    coalesce(event.by_days, false) as by_days,
    event.unit,
    event.quantity,
    coalesce(spell.nights, 0) as nights,
    case when spell.spell_id is null then event.carried_pence else spell.carried_pence end as carried_pence,
    event.rate_pence,
    event.rate_numerator,
    event.rate_denominator,
    case when spell.spell_id is null then event.price_key else spell.hrg || '|' || spell.point_of_delivery || '|' end as price_key,
    event.second_key,
    case when spell.spell_id is null then event.average_key else '|' || spell.point_of_delivery || '|' end as average_key
from linked_event as event
left join episode using (row_id)
left join spell using (spell_id)
left join psychiatric_spell as psychiatric using (spell_id)
-- One equality, as a join with a condition of one side alone is walked row by row.
left join spell as stay
    on stay.spell_id = case when event.activity = 'critical_care' then event.spell_number || '/' || coalesce(cast(event.person_key as varchar), 'unlinked') end
