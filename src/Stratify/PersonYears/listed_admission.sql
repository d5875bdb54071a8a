-- grain: spell_id, list
-- reads: admission, admission_condition
-- Emergency admissions that are on a list: some condition of it is true of them.
select distinct admission_condition.spell_id, admission_condition.list
from admission_condition
join admission using (spell_id)
where admission.is_emergency
