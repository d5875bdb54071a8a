-- grain: person_key, year, month
-- reads: metric_discharge, metric_after, metric_home, listed_admission, person_year
-- What a person had in a month of stays in hospital, and of what followed them. An age is that on the year's first day, as everywhere.
select
    stay.person_key,
    stay.year,
    stay.month,
    count(*) filter (stay.counts_here and stay.is_emergency) as emergency_admissions,
    count(*) filter (stay.counts_here and stay.is_emergency and stay.nights_of_all = 0) as nel_los0,
    count(*) filter (stay.counts_here and stay.is_emergency and stay.nights_of_all > 0) as nel_los1plus,
    cast(coalesce(sum(stay.nights), 0) as bigint) as bed_days,
    cast(coalesce(sum(stay.nights) filter (stay.is_emergency), 0) as bigint) as emergency_bed_days,
    count(*) filter (stay.counts_here and chronic.spell_id is not null) as acsc_chronic_admissions,
    count(*) filter (stay.counts_here and fall.spell_id is not null) as falls_admissions,
    count(*) filter (stay.is_discharge and person_year.age >= 18) as discharges,
    count(*) filter (stay.is_discharge and stay.is_usual and person_year.age >= 18) as usual_residence,
    count(*) filter (stay.counts_here and stay.delayed_days is not null and person_year.age >= 18) as ready_discharges,
    cast(coalesce(sum(stay.delayed_days) filter (stay.counts_here and person_year.age >= 18), 0) as bigint) as delayed_days_adult,
    count(home.spell_id) filter (stay.counts_here and person_year.age >= 65) as reabled,
    count(home.spell_id) filter (stay.counts_here and home.is_home and person_year.age >= 65) as home_91,
    count(after.spell_id) filter (stay.counts_here) as followed,
    cast(coalesce(sum(after.settings) filter (stay.counts_here), 0) as bigint) as settings_after,
    count(*) filter (stay.counts_here and after.is_readmitted) as readmitted
from metric_discharge as stay
join person_year using (person_key, year)
left join metric_after as after using (spell_id)
left join metric_home as home using (spell_id)
left join (select spell_id from listed_admission where list = 'acsc_chronic_admissions') as chronic using (spell_id)
left join (select spell_id from listed_admission where list = 'falls_admissions') as fall using (spell_id)
group by stay.person_key, stay.year, stay.month
