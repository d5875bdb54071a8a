-- grain: spell_id, list, condition
-- reads: admission, coded_fact, code_form, matched_code, listed_code
-- Conditions of lists of admissions that are true of a stay, by the codes of the episode with which it began: it says why the person came.
-- A diagnosis puts a stay there by its place, unless another diagnosis or a procedure keeps it off. Gathered by numbers, and named last:
-- of lists of conditions alone, which most codes are on, nothing is gathered.
with rule as (
    select list, condition, row_number() over (order by list, condition) as rule, bool_or(kind in ('with_secondary', 'with_second')) as needs_other
    from listed_code
    where kind in ('primary', 'any', 'with_secondary', 'with_second')
    group by list, condition
),
reason as (
    select
        coded_fact.row_id,
        known.rule,
        bool_or(known.kind = 'any' or (known.kind = 'primary' and coded_fact.position = 1)) as is_named,
        bool_or((known.kind = 'with_secondary' and coded_fact.position between 2 and 100) or (known.kind = 'with_second' and coded_fact.position = 2)) as has_other,
        bool_or(
            known.kind in ('unless_any', 'unless_procedure')
            or (known.kind = 'unless_secondary' and coded_fact.position between 2 and 100)
            or (known.kind = 'unless_main_procedure' and coded_fact.position = 101)
        ) as is_kept_off
    from coded_fact
    join (
        select code_form.code_system, code_form.code, rule.rule, matched_code.kind
        from matched_code
        join code_form using (code_id)
        join rule using (list, condition)
    ) as known using (code_system, code)
    where coded_fact.dataset = 'acute_inpatients'
    group by coded_fact.row_id, known.rule
)
select admission.spell_id, rule.list, rule.condition
from reason
join admission on admission.first_row_id = reason.row_id
join rule using (rule)
where reason.is_named and not reason.is_kept_off and (reason.has_other or not rule.needs_other)
