-- grain: spell_id
-- reads: spell, episode, episode_discharge
-- Which spells are one stay in hospital: the next begins up to three days after the one before it ends, and one of the two says that
-- the person was moved between hospitals (continuous inpatient spells; HFAnalyticsLab/HES_pipeline). The first spell gives the stay its name.
with moved as (
    select
        episode.spell_id,
        bool_or(episode_discharge.discharge_destination in ('51', '52', '53')) as went_to_hospital,
        bool_or(episode_discharge.admission_source in ('51', '52', '53')) as came_from_hospital
    from episode
    join episode_discharge using (row_id)
    group by episode.spell_id
),
following as (
    select
        spell.spell_id,
        spell.person_key,
        spell.admitted_on,
        spell.discharged_on,
        coalesce(
            spell.admitted_on - lag(spell.discharged_on) over earlier between 0 and 3
            and (lag(coalesce(moved.went_to_hospital, false)) over earlier or coalesce(moved.came_from_hospital, false) or spell.method in ('2B', '81')),
            false
        ) as goes_on
    from spell
    left join moved using (spell_id)
    where spell.person_key is not null
    window earlier as (partition by spell.person_key order by spell.admitted_on, spell.discharged_on, spell.spell_id)
)
select
    spell_id,
    person_key,
    first_value(spell_id) over (partition by person_key, stay order by admitted_on, discharged_on, spell_id) as stay_id,
    goes_on
from (
    select
        *,
        count(*) filter (not goes_on) over (partition by person_key order by admitted_on, discharged_on, spell_id rows unbounded preceding) as stay
    from following
)
