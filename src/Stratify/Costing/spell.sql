-- grain: spell_id
-- reads: episode
-- The last episode stands for the spell: its healthcare resource group is the spell's, and the spell's cost is put on it.
-- A discharge before the admission is an error of dates: the spell counts, without nights. Short stay is up to one night, as the National Cost Collection counts it.
select
    *,
    greatest(0, discharged_on - admitted_on) as nights,
    case
        when method[1] = '1' and patient_class = '2' then 'day_case'
        when method[1] = '1' and patient_class in ('3', '4') then 'regular'
        when method[1] = '1' then 'elective'
        when discharged_on - admitted_on <= 1 then 'non_elective_short'
        else 'non_elective_long'
    end as point_of_delivery
from (
    select
        spell_id,
        min(person_key) as person_key,
        count(*) as episodes,
        min(admitted_on) as admitted_on,
        max(discharged_on) as discharged_on,
        arg_min(method, place) as method,
        arg_max(patient_class, place) as patient_class,
        arg_max(hrg, place) as hrg,
        arg_max(row_id, place) as row_id,
        cast(sum(carried_pence) as bigint) as carried_pence
    from episode
    group by spell_id
)
