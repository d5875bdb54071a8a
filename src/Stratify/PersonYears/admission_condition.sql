-- grain: spell_id, list, condition
-- reads: admission, coded_fact, code_form, matched_code, listed_code
-- Conditions of lists of admissions that are true of a stay, by the codes of the episode with which it began: it says why the person came.
-- A diagnosis puts a stay there by its place, unless another diagnosis or a procedure keeps it off.
select spell_id, list, condition
from (
    select
        admission.spell_id,
        matched_code.list,
        matched_code.condition,
        bool_or(matched_code.kind = 'any' or (matched_code.kind = 'primary' and coded_fact.position = 1)) as is_named,
        bool_or((matched_code.kind = 'with_secondary' and coded_fact.position between 2 and 100) or (matched_code.kind = 'with_second' and coded_fact.position = 2)) as has_other,
        bool_or(
            matched_code.kind in ('unless_any', 'unless_procedure')
            or (matched_code.kind = 'unless_secondary' and coded_fact.position between 2 and 100)
            or (matched_code.kind = 'unless_main_procedure' and coded_fact.position = 101)
        ) as is_kept_off
    from admission
    join coded_fact on coded_fact.row_id = admission.first_row_id and coded_fact.dataset = 'acute_inpatients'
    join code_form using (code_system, code)
    join matched_code using (code_id)
    group by all
) as reason
join (
    select list, condition, bool_or(kind in ('with_secondary', 'with_second')) as needs_other
    from listed_code
    where kind in ('primary', 'any', 'with_secondary', 'with_second')
    group by list, condition
) as rule using (list, condition)
where is_named and not is_kept_off and (has_other or not needs_other)
