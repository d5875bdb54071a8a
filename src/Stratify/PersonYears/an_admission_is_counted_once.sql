-- law: emergency admissions of a list, those without a night and readmissions are among a person's emergency admissions, and emergency nights among the nights
-- reads: person_year
select person_key, year
from person_year
where greatest(acsc_admissions, acsc_phs_admissions, acsc_carey_admissions, falls_admissions, readmissions, zero_stay_admissions) > emergency_admissions
    or emergency_bed_days > bed_days
    or delayed_days > bed_days
