-- grain: spell_id
-- reads: admission, spell, episode, episode_discharge, coded_fact, code_form, matched_code
-- Emergency admissions that begin up to 29 days after the person's last discharge, as NHS Digital's indicator I02040 counts them: from
-- stays that were no day case, maternity or birth, and neither stay mentions cancer. A person who is moved between hospitals is not
-- admitted again: the second stay goes on with the first (within three days, and one of them says so; HFAnalyticsLab/HES_pipeline).
select admission.spell_id
from admission
join (
    select
        *,
        max(case when is_index then discharged_on end) over earlier as last_discharge,
        max_by(is_moved, discharged_on) over earlier as was_moved
    from (
        select
            spell.spell_id,
            spell.person_key,
            spell.method,
            spell.admitted_on,
            spell.discharged_on,
            coalesce(spell.method[1] <> '3' and spell.method not in ('82', '83') and coalesce(spell.patient_class, '1') = '1' and not coalesce(told.is_cancer, false) and not coalesce(told.has_died, false), false) as is_index,
            coalesce(told.is_cancer, false) as is_cancer,
            coalesce(told.is_moved, false) as is_moved,
            coalesce(told.came_from_hospital, false) or spell.method in ('2B', '81') as came_from_hospital
        from spell
        left join (
            select
                episode.spell_id,
                bool_or(cancer.row_id is not null) as is_cancer,
                bool_or(episode_discharge.discharge_method = '4') as has_died,
                bool_or(episode_discharge.discharge_destination in ('51', '52', '53')) as is_moved,
                bool_or(episode_discharge.admission_source in ('51', '52', '53')) as came_from_hospital
            from episode
            left join episode_discharge using (row_id)
            left join (
                select distinct coded_fact.row_id
                from coded_fact
                join code_form using (code_system, code)
                join matched_code using (code_id)
                where matched_code.list = 'cancer_care' and coded_fact.dataset = 'acute_inpatients'
            ) as cancer using (row_id)
            group by episode.spell_id
        ) as told using (spell_id)
        where spell.person_key is not null
    )
    window earlier as (partition by person_key order by admitted_on, discharged_on, spell_id rows between unbounded preceding and 1 preceding)
) as stay using (spell_id)
where admission.is_emergency
    and stay.admitted_on - stay.last_discharge between 0 and 29
    and not stay.is_cancer
    and not (stay.admitted_on - stay.last_discharge <= 3 and (stay.came_from_hospital or coalesce(stay.was_moved, false)))
