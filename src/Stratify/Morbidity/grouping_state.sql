-- grain: grouping
-- reads: coded_fact, code_form, listed_code, grouping_list
-- Whether all that a grouping looks at was loaded. Without codes of general practice, or without medicines, it finds some conditions
-- and misses others: it is partial, and not low. Where no code of any kind that it knows was loaded, it says nothing of anybody.
select
    grouping,
    bool_or(not coalesce(loaded.is_loaded, false)) as is_partial,
    coalesce(string_agg(needed.source, ', ' order by needed.source) filter (where loaded.is_loaded is null), '') as lacks,
    bool_or(needed.is_seen) as is_known
from (
    select
        grouping_list.grouping,
        case
            when listed_code.code_system in ('SNOMED', 'READ2', 'CTV3') then 'practice'
            when listed_code.code_system in ('DMD', 'BNF') then 'medicine'
            else 'hospital'
        end as source,
        bool_or(listed_code.code_system in (select code_system from code_form where records > 0)) as is_seen
    from grouping_list
    join listed_code using (list)
    group by all
) as needed
left join (select distinct source, true as is_loaded from coded_fact) as loaded using (source)
group by grouping
