-- grain: spell_id, year
-- reads: spell, episode, event, costed_event, episode_discharge, period
-- Stays in hospital of people, in each year that has the stay, or some of its nights where those count by day. A delay is the nights after
-- the day on which the person was ready to leave, of ordinary admissions: that day is told since April 2023 alone, never lies after the
-- discharge, and no delay is longer than the stay. Its nights are the stay's last, so a year has those that it has nights for.
select
    spell.spell_id,
    counted.person_key,
    counted.year,
    counted.counts_here,
    counted.activity = 'emergency_admission' as is_emergency,
    spell.admitted_on,
    spell.discharged_on,
    spell.nights as nights_of_all,
    counted.nights,
    counted.cost_pence as pence,
    opening.row_id as first_row_id,
    case
        when counted.nights = spell.nights then delay.nights
        else least(counted.nights, greatest(0, delay.nights - greatest(0, spell.discharged_on - 1 - period.date_to)))
    end as delayed_days
from spell
join event on event.row_id = spell.row_id and event.dataset = 'acute_inpatients'
join (select * from costed_event where dataset = 'acute_inpatients' and costed and not in_spell) as counted using (dataset, source_id)
join period using (year)
join (select spell_id, row_id from episode where place = 1) as opening using (spell_id)
left join (
    select episode.spell_id, max(episode_discharge.ready_date) as ready_date
    from episode
    join episode_discharge using (row_id)
    group by episode.spell_id
) as ready using (spell_id)
cross join lateral (
    select case
        when coalesce(spell.patient_class, '1') = '1' and ready.ready_date between date '2023-04-01' and spell.discharged_on
            then least(spell.discharged_on - ready.ready_date, spell.nights)
    end as nights
) as delay
where counted.person_key is not null
