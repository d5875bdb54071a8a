-- grain: spell_id
-- reads: spell, episode, event, costed_event, episode_discharge
-- Stays in hospital that count in a year of a person. A delay is the nights after the day on which the person was ready to leave, of
-- ordinary admissions: that day is told since April 2023 alone, never lies after the discharge, and no delay is longer than the stay.
select
    spell.spell_id,
    counted.person_key,
    counted.year,
    counted.activity = 'emergency_admission' as is_emergency,
    spell.admitted_on,
    spell.discharged_on,
    spell.nights,
    opening.row_id as first_row_id,
    case
        when coalesce(spell.patient_class, '1') = '1' and ready.ready_date between date '2023-04-01' and spell.discharged_on
            then least(spell.discharged_on - ready.ready_date, spell.nights)
    end as delayed_days
from spell
join event on event.row_id = spell.row_id and event.dataset = 'acute_inpatients'
join (select * from costed_event where dataset = 'acute_inpatients' and costed and not in_spell) as counted using (dataset, source_id)
join (select spell_id, row_id from episode where place = 1) as opening using (spell_id)
left join (
    select episode.spell_id, max(episode_discharge.ready_date) as ready_date
    from episode
    join episode_discharge using (row_id)
    group by episode.spell_id
) as ready using (spell_id)
where counted.person_key is not null
