-- grain: list, condition, kind, code_id
-- reads: code_form, listed_code
-- Which lists know a code that was recorded. Each distinct code is matched once, by its beginnings, and facts follow by its number.
-- A code is known by the whole of it (exact), by how it begins (prefix), or by the longest beginning that its list holds (longest):
-- there, hypertension's I11 does not take heart failure's I110.
select distinct list, condition, kind, code_id
from (
    select
        listed.list,
        listed.condition,
        listed.kind,
        listed.match,
        recorded.code_id,
        recorded.length
    from (
        select code_id, code_system, length, left(form, length) as beginning, length = len(form) as is_whole
        from (select code_id, code_system, form, unnest(range(1, len(form) + 1)) as length from code_form where records > 0)
    ) as recorded
    join (
        select listed_code.*, code_form.form as beginning from listed_code join code_form using (code_system, code)
    ) as listed using (code_system, beginning)
    where listed.match <> 'exact' or recorded.is_whole
)
qualify match <> 'longest' or length = max(length) filter (where match = 'longest') over (partition by list, kind, code_id)
