-- grain: dataset, source_id, position
-- reads: gp_medications_landed
-- Medicines that were issued, by the practice's code and by the British National Formulary's where both are given, from which
-- conditions may be found; they are no activity and cost nothing. Codes of the dictionary of medicines and devices are SNOMED CT's,
-- so both names of it are one. A formulary code is written without dots and spaces, so that a list may name how it begins.
select
    'gp_medications' as dataset,
    coalesce(practice || '/', '') || source_id as source_id,
    issued.position,
    row_id,
    issue_date as recorded_on,
    issued.code_system,
    case when issued.code_system = 'BNF' then regexp_replace(upper(issued.code), '[^A-Z0-9]', '', 'g') else issued.code end as code
from gp_medications_landed
cross join lateral (values
    (1, case when code_system in ('SNOMED', 'DM+D') then 'DMD' else code_system end, code),
    (2, 'BNF', bnf_code)
) as issued (position, code_system, code)
where issue_date is not null and issued.code is not null and issued.code_system is not null
