-- grain: scheme, cohort, year, setting, number
-- reads: exemplar_setting, exemplar_use, person_care
-- When an exemplar has each of its contacts: the month in which those who had so many had theirs of that number, for the one in the middle of them.
select scheme, cohort, year, setting, number, count(*) as people, quantile_disc(month, 0.5) as month
from (
    select scheme, cohort, year, setting, month, unnest(range(before + 1, least(before + contacts, most) + 1)) as number
    from (
        select
            had.scheme, had.cohort, had.year, had.setting, had.person_key, care.month, typical.contacts as most,
            cast(sum(care.contacts) as bigint) as contacts,
            cast(coalesce(sum(sum(care.contacts)) over (partition by had.scheme, had.cohort, had.year, had.setting, had.person_key order by care.month rows between unbounded preceding and 1 preceding), 0) as bigint) as before
        from exemplar_use as had
        join exemplar_setting as typical using (scheme, cohort, year, setting)
        join person_care as care on care.person_key = had.person_key and care.year = had.year and care.setting = had.setting
        where care.contacts > 0
        group by had.scheme, had.cohort, had.year, had.setting, had.person_key, care.month, typical.contacts
    )
    where before < most
)
group by scheme, cohort, year, setting, number
