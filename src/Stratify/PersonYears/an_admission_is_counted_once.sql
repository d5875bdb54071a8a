-- law: emergency admissions of a list, those without a night and readmissions are among a person's emergency admissions, emergency nights among the nights, and admissions in scope among admissions
-- reads: person_year
select person_key, year
from person_year
where greatest(acsc_admissions, acsc_phs_admissions, acsc_carey_admissions, acsc_chronic_admissions, acsc_acute_admissions, falls_admissions, readmissions, zero_stay_admissions) > emergency_admissions
    or emergency_bed_days > bed_days
    or delayed_days > bed_days
    or in_scope_admissions > admissions
