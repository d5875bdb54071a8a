-- grain: scheme, cohort
-- reads: exemplar_setting, exemplar_record
-- How an exemplar's prices are rounded: to two figures, unless what it cost would then be somebody's own, setting by setting and to the pound; to
-- one, unless that would be too. Then there is none.
select scheme, cohort, case when not bool_or(is_somebody) filter (figures = 2) then 2 when not bool_or(is_somebody) filter (figures = 1) then 1 else 0 end as figures
from exemplar_record
group by scheme, cohort
