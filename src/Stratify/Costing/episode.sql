-- grain: row_id
-- reads: linked_event, person
-- Episodes of admitted care, with the spell they belong to: those of one person that share the provider's spell number or,
-- without a number, the admission date. Unlinked episodes share a spell only by its number. Unfinished ones are left out,
-- and those that begin long after death: a spell is not priced on an episode that is not counted.
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
        linked_event.*,
        coalesce(spell_number, provider || ' ' || admitted_on || case when person_key is null then ' ' || source_id else '' end)
            || '/' || coalesce(cast(person_key as varchar), 'unlinked') as spell_id
    from linked_event
    left join person using (person_key)
    where unit = 'spell' and costed and (person.died is null or start_date <= person.died + 30)
)
