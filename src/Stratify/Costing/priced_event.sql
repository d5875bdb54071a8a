-- grain: dataset, source_id
-- reads: linked_event, episode, spell, psychiatric_spell, window_choice, setting_payer, extract_payer, commissioner_payer
-- Events as costing sees them: a spell is priced on its last episode, and its episodes count with it. Care that lasts has the convention
-- by which its setting is put into years, and its first and last day; of a stay in a bed the last is that of the last night. Critical
-- care counts in the year of the stay that it belongs to; where no such stay was sent, or by day, in its own. Its commissioner says who pays, by its code or the three characters that name the organisation; else the extract (whose
-- number stands in the bits of a row's id above its file and line); else the setting.
select
    event.dataset,
    event.source_id,
    event.row_id,
    event.person_key,
    event.link_grade,
    event.setting,
    event.activity,
    event.provider,
    coalesce(by_code.payer, by_organisation.payer, extract_payer.payer, setting_payer.payer) as payer,
    case
        when event.counted_on is null then null
        when window_choice.convention = 'admission' then coalesce(spell.admitted_on, stay.admitted_on, event.start_date)
        when window_choice.convention = 'discharge' then coalesce(
            spell.discharged_on, stay.discharged_on, event.end_date + case event.activity when 'mental_health_ward_stay' then 1 else 0 end)
        else coalesce(spell.discharged_on, stay.discharged_on, event.counted_on)
    end as counted_on,
    event.start_date,
    event.end_date,
    event.costed,
    spell.row_id is not null and spell.row_id <> event.row_id as in_spell,
    psychiatric.spell_id is not null as told_by_ward_stay,
    coalesce(event.by_days, false) as by_days,
    window_choice.convention,
    coalesce(spell.admitted_on, event.start_date) as first_day,
    case when spell.spell_id is null then event.end_date else greatest(spell.admitted_on, spell.discharged_on - 1) end as last_day,
    event.unit,
    event.quantity,
    coalesce(spell.nights, 0) as nights,
    coalesce(intensive.days, 0) as intensive_days,
    case when spell.spell_id is null then event.carried_pence else spell.carried_pence end as carried_pence,
    event.rate_pence,
    event.rate_numerator,
    event.rate_denominator,
    event.client_rate_pence,
    case when spell.spell_id is null then event.price_key else spell.hrg || '|' || spell.point_of_delivery || '|' end as price_key,
    event.second_key,
    event.kind,
    case when spell.spell_id is null then event.average_key else '|' || spell.point_of_delivery || '|' end as average_key
from linked_event as event
left join episode using (row_id)
left join spell using (spell_id)
left join psychiatric_spell as psychiatric using (spell_id)
-- One equality, as a join with a condition of one side alone is walked row by row.
left join spell as stay
    on stay.spell_id = case when event.activity = 'critical_care' then event.spell_number || '/' || coalesce(cast(event.person_key as varchar), 'unlinked') end
left join window_choice
    on window_choice.setting = case when event.costed and (event.by_days or spell.spell_id is not null or event.activity = 'critical_care') then event.setting end
left join setting_payer on setting_payer.setting = event.setting
left join extract_payer on extract_payer.extract = event.row_id >> 48
left join commissioner_payer as by_code on by_code.commissioner = event.commissioner
left join commissioner_payer as by_organisation on by_organisation.commissioner = left(event.commissioner, 3)
left join (
    select spell_number || '/' || coalesce(cast(person_key as varchar), 'unlinked') as spell_id, cast(sum(quantity) as bigint) as days
    from linked_event
    where activity = 'critical_care' and costed
    group by all
) as intensive on intensive.spell_id = spell.spell_id
