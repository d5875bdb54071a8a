-- grain: person_key, year
-- reads: admission, readmission, continuous_stay
-- What a person's stays in hospital in a year say beside their number.
select
    admission.person_key,
    admission.year,
    count(*) filter (where admission.is_emergency and admission.nights = 0) as zero_stay_admissions,
    cast(coalesce(sum(admission.nights) filter (where admission.is_emergency), 0) as bigint) as emergency_bed_days,
    cast(coalesce(sum(admission.delayed_days), 0) as bigint) as delayed_days,
    count(readmission.spell_id) as readmissions,
    count(*) filter (where not continuous_stay.goes_on) as continuous_stays
from admission
left join readmission using (spell_id)
join continuous_stay using (spell_id)
group by admission.person_key, admission.year
