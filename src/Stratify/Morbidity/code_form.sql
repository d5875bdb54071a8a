-- grain: code_system, code
-- reads: coded_fact, listed_code
-- Every code that was recorded or stands in a list, once, in the form in which codes are compared. ICD-10 is written in many ways: with
-- a dot, a dash, a dagger or an asterisk (as signs, or as D and A), a fifth character, X for a fourth that does not exist, in small
-- letters. What is compared is its letter and two or three digits. OPCS-4 and the formulary's codes lose dots and spaces. Read codes,
-- whose case carries meaning, and SNOMED CT are as they are.
select
    code_system,
    code,
    case
        when code_system = 'ICD10' then coalesce(nullif(regexp_extract(bare, '^[A-Z][0-9]{2}[0-9]?'), ''), left(bare, 4))
        when code_system in ('OPCS4', 'BNF') then bare
        else code
    end as form,
    cast(row_number() over (order by code_system, code) as integer) as code_id,
    records
from (
    select code_system, code, regexp_replace(upper(code), '[^A-Z0-9]', '', 'g') as bare, cast(sum(records) as bigint) as records
    from (
        select code_system, code, count(*) as records from coded_fact group by code_system, code
        union all
        select distinct code_system, code, 0 as records from listed_code
    )
    group by code_system, code
)
