-- grain: person_key, condition
-- reads: coded_fact, condition_code, person_link
-- Long-term conditions of a person: the first day on which a code of the condition was recorded, in general practice or hospital.
select
    person_link.person_key,
    condition_code.condition,
    min(coded_fact.recorded_on) as first_recorded_on,
    bool_or(coded_fact.dataset in ('gp_events', 'gp_medications')) as in_general_practice,
    bool_or(coded_fact.dataset = 'acute_inpatients') as in_hospital
from coded_fact
join condition_code
    on condition_code.code_system = coded_fact.code_system
    and case condition_code.match when 'prefix' then starts_with(coded_fact.code, condition_code.code) else coded_fact.code = condition_code.code end
join person_link using (dataset, row_id)
where person_link.person_key is not null
group by person_link.person_key, condition_code.condition
