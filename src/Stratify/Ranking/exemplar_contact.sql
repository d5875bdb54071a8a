-- grain: scheme, cohort, year, setting, number
-- reads: exemplar_setting, exemplar_use, exemplar_care
-- When an exemplar has each of its contacts. Of those who had so many or more, each person's contact that stands as far through their own as
-- this one does: the second of three is the fourth of seven. Its month is that of the one in the middle of them.
select scheme, cohort, year, setting, number, count(*) as people, quantile_disc(month, 0.5) as month
from (
    select
        scheme, cohort, year, setting, month,
        unnest(range((2 * most * before + own) // (2 * own) + 1, (2 * most * (before + contacts) + own) // (2 * own) + 1)) as number
    from (
        select
            had.scheme, had.cohort, had.year, had.setting, had.person_key, care.month, typical.contacts as most, had.contacts as own,
            cast(sum(care.contacts) as bigint) as contacts,
            cast(coalesce(sum(sum(care.contacts)) over (partition by had.scheme, had.cohort, had.year, had.setting, had.person_key order by care.month rows between unbounded preceding and 1 preceding), 0) as bigint) as before
        from exemplar_use as had
        join exemplar_setting as typical using (scheme, cohort, year, setting)
        join exemplar_care as care using (scheme, cohort, year, setting, person_key)
        where had.contacts >= typical.contacts
        group by had.scheme, had.cohort, had.year, had.setting, had.person_key, care.month, typical.contacts, had.contacts
    )
)
group by scheme, cohort, year, setting, number
