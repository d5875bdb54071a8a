-- grain: spell_id, year
-- reads: stay_year, spell, episode, episode_discharge, period
-- Stays in hospital of a year with the month in which they count (that of the discharge; of nights whose stay counts in another year, that in
-- which they begin): whether it was an ordinary stay (no day case) that counts here and ended alive, whether it is told that it ended elsewhere
-- than in another hospital, and whether in the person's usual place.
select
    stay_year.spell_id,
    stay_year.year,
    stay_year.person_key,
    cast(date_trunc('month', case
        when not stay_year.counts_here then greatest(stay_year.admitted_on, period.date_from)
        when stay_year.discharged_on between period.date_from and period.date_to then stay_year.discharged_on
        else stay_year.admitted_on
    end) as date) as month,
    stay_year.counts_here,
    stay_year.is_emergency,
    stay_year.admitted_on,
    stay_year.discharged_on,
    stay_year.nights,
    stay_year.nights_of_all,
    stay_year.delayed_days,
    stay_year.counts_here and coalesce(spell.patient_class, '1') = '1' and not coalesce(told.has_died, false) as is_ordinary,
    is_ordinary and coalesce(told.destination not in ('51', '52', '53'), false) as is_discharge,
    coalesce(told.destination in ('19', '29'), false) as is_usual
from stay_year
join spell using (spell_id)
join period using (year)
left join (
    select
        episode.spell_id,
        bool_or(episode_discharge.discharge_method = '4' or episode_discharge.discharge_destination = '79') as has_died,
        arg_max(episode_discharge.discharge_destination, episode.place) filter (episode_discharge.discharge_destination is not null) as destination
    from episode
    join episode_discharge using (row_id)
    group by episode.spell_id
) as told using (spell_id)
