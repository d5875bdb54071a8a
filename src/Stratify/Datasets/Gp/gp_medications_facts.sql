-- grain: row_id, position
-- reads: gp_medications_landed
-- Medicines that were issued, by the practice's code and by the British National Formulary's where both are given, from which
-- conditions may be found; they are no activity and cost nothing. Codes of the dictionary of medicines and devices are SNOMED CT's,
-- so both names of it are one.
select
    'gp_medications' as dataset,
    'medicine' as source,
    row_id,
    issue_date as recorded_on,
    issued.code_system,
    issued.code,
    issued.position
from gp_medications_landed
cross join lateral (values
    (1, case when code_system in ('SNOMED', 'DM+D') then 'DMD' else code_system end, code),
    (2, 'BNF', bnf_code)
) as issued (position, code_system, code)
where issue_date is not null and issued.code is not null and issued.code_system is not null
