-- grain: row_id
-- reads: linked_event, person, spell_method
-- Episodes of admitted care, with the spell they belong to. By number: those of one person that share the provider's spell number. By dates,
-- and where there is no number: an episode goes on with the one before it of the same person and provider when both tell of one admission,
-- begin on one day, or the first did not end in a discharge on the day on which the next begins (HFAnalyticsLab/HES_pipeline).
-- Unlinked episodes share a spell only by its number. Unfinished ones are left out, and those that begin long after death: a spell
-- is not priced on an episode that is not counted.
with told as (
    select linked_event.*, case when spell_method.method = 'number' then spell_number end as number
    from linked_event
    cross join spell_method
    left join person using (person_key)
    where unit = 'spell' and costed and (person.died is null or start_date <= person.died + 30)
),
chained as (
    select
        *,
        person_key is not null and coalesce(
            number is not null
            or admitted_on = lag(admitted_on) over before
            or start_date = lag(start_date) over before
            or (lag(goes_on) over before and start_date = lag(end_date) over before),
            false
        ) as is_of_the_last
    from told
    window before as (partition by person_key, provider, number order by start_date, end_date, episode_order, source_id)
),
numbered as (
    select
        *,
        count(*) filter (not is_of_the_last) over (
            partition by person_key, provider, number order by start_date, end_date, episode_order, source_id rows unbounded preceding
        ) as chain
    from chained
)
select
    row_id,
    person_key,
    activity,
    method,
    patient_class,
    hrg,
    specialty,
    provider,
    carried_pence,
    admitted_on,
    coalesce(discharged_on, end_date) as discharged_on,
    row_number() over (partition by spell_id order by episode_order, start_date, row_id) as place,
    spell_id
from (
    select
        *,
        coalesce(number, provider || ' ' || case when person_key is null then source_id else cast(min(start_date) over (partition by person_key, provider, number, chain) as varchar) end)
            || '/' || coalesce(cast(person_key as varchar), 'unlinked') as spell_id
    from numbered
)
