-- grain: person_key, year
-- reads: stay_year, readmission, continuous_stay
-- What a person's stays in hospital in a year say beside their number.
select
    stay_year.person_key,
    stay_year.year,
    count(*) filter (where stay_year.counts_here and stay_year.is_emergency and stay_year.nights_of_all = 0) as zero_stay_admissions,
    cast(coalesce(sum(stay_year.nights) filter (where stay_year.is_emergency), 0) as bigint) as emergency_bed_days,
    cast(coalesce(sum(stay_year.delayed_days), 0) as bigint) as delayed_days,
    count(readmission.spell_id) filter (where stay_year.counts_here) as readmissions,
    count(*) filter (where stay_year.counts_here and not continuous_stay.goes_on) as continuous_stays
from stay_year
left join readmission using (spell_id)
join continuous_stay using (spell_id)
group by stay_year.person_key, stay_year.year
