-- grain: list, condition, kind, code_system, code, finding
-- reads: listed_code, code_form, matched_code
-- What a list finds in this run's data: codes of it that were recorded, codes that nobody recorded, and codes that were recorded, are
-- not in the list, and share their first three characters with one that is: often they are missing from it. Only codes that
-- are built from general to special have such neighbours.
select
    list,
    condition,
    kind,
    listed.code_system,
    code,
    case when count(recorded.code_id) > 0 then 'recorded' else 'never recorded' end as finding,
    cast(coalesce(sum(recorded.records), 0) as bigint) as records
from (select listed_code.*, code_form.form from listed_code join code_form using (code_system, code)) as listed
left join (
    select code_id, records, code_system, left(form, length) as form, length = len(form) as is_whole
    from (select code_id, records, code_system, form, unnest(range(1, len(form) + 1)) as length from code_form where records > 0)
) as recorded on recorded.code_system = listed.code_system and recorded.form = listed.form and (listed.match <> 'exact' or recorded.is_whole)
group by list, condition, kind, listed.code_system, code
union all
select distinct near.list, near.condition, near.kind, seen.code_system, seen.code, 'near one that is listed' as finding, seen.records
from code_form as seen
join (
    select listed_code.list, listed_code.condition, listed_code.kind, code_system, left(code_form.form, 3) as parent
    from listed_code
    join code_form using (code_system, code)
    where code_system in ('ICD10', 'READ2', 'OPCS4') and len(code_form.form) >= 3
) as near on near.code_system = seen.code_system and near.parent = left(seen.form, 3)
anti join matched_code on matched_code.list = near.list and matched_code.code_id = seen.code_id
where seen.records > 0
