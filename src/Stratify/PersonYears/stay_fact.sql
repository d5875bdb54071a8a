-- grain: spell_id
-- reads: admission, person_age, spell, episode, episode_discharge, coded_fact, stay_frailty, opportunity_rule
-- What rules ask of a stay beside its codes. Age is that on the first day of the year, as everywhere. A procedure is one of any episode,
-- since a stay goes on after its first. Days since another stay ended are those of the last that began or ended before this one did.
select
    admission.spell_id,
    person_age.age,
    admission.is_emergency,
    spell.method,
    admission.nights,
    spell.hrg,
    coalesce(told.has_procedure, false) as has_procedure,
    case when told.has_died then 'died' when told.is_discharged then 'alive' end as discharge,
    coalesce(stay_frailty.points, 0) as frailty,
    again.days_since
from admission
join person_age using (person_key, year)
join spell using (spell_id)
left join (
    select
        episode.spell_id,
        bool_or(operated.row_id is not null) as has_procedure,
        bool_or(episode_discharge.discharge_method = '4') as has_died,
        bool_or(episode_discharge.discharge_method in ('1', '2', '3')) as is_discharged
    from episode
    left join episode_discharge using (row_id)
    left join (select row_id from coded_fact where dataset = 'acute_inpatients' and position = 101) as operated using (row_id)
    group by episode.spell_id
) as told using (spell_id)
left join stay_frailty using (spell_id)
left join (
    select this.spell_id, min(this.admitted_on - other.discharged_on) as days_since
    from admission as this
    join spell as other on other.person_key = this.person_key and other.spell_id <> this.spell_id
        and this.admitted_on - other.discharged_on between 0 and (select max(days_since) from opportunity_rule)
        and (this.admitted_on > other.admitted_on or this.discharged_on > other.discharged_on)
    where this.is_emergency
    group by this.spell_id
) as again using (spell_id)
