-- grain: scheme, cohort, year, setting
-- reads: exemplar_use, exemplar_year, exemplar_care, up_close_rule
-- What is typical of an exemplar's people in a setting and year: the most contacts that half of them have, who are enough people; what one
-- contact cost and how long it lasted, for the one in the middle of those who had any; and what most of these had done. Prices are rounded to two
-- figures, and more coarsely to one. Where half of them had nothing, or too few people something, there is no row.
with placed as (
    select
        had.*,
        greatest(rule.least, (of_year.people + 1) // 2) as half,
        row_number() over (partition by had.scheme, had.cohort, had.year, had.setting order by had.contacts desc, had.person_key) as place
    from exemplar_use as had
    join exemplar_year as of_year using (scheme, cohort, year)
    cross join up_close_rule as rule
),
typical as (
    select
        scheme, cohort, year, setting,
        count(*) as people,
        max(contacts) filter (place = half) as contacts,
        quantile_disc(pence // contacts, 0.5) as each_pence,
        quantile_disc(lasted // contacts, 0.5) as each_lasted
    from placed
    group by scheme, cohort, year, setting
),
done as (
    select scheme, cohort, year, setting, first(activity order by people desc, activity) as activity, max(people) as people
    from (
        select scheme, cohort, year, setting, cast(activity as varchar) as activity, count(distinct person_key) as people
        from exemplar_care
        where contacts > 0
        group by scheme, cohort, year, setting, cast(activity as varchar)
    )
    group by scheme, cohort, year, setting
)
select
    typical.scheme, typical.cohort, typical.year, typical.setting,
    typical.people,
    typical.contacts,
    typical.each_lasted,
    case when done.people >= rule.least then done.activity else '' end as activity,
    (each_pence + two_figures // 2) // two_figures * two_figures as fine_pence,
    (each_pence + one_figure // 2) // one_figure * one_figure as coarse_pence
from (
    select *,
        cast(rpad('1', cast(greatest(len(cast(each_pence as varchar)) - 1, 1) as integer), '0') as bigint) as two_figures,
        cast(rpad('1', cast(len(cast(each_pence as varchar)) as integer), '0') as bigint) as one_figure
    from typical
) as typical
join done using (scheme, cohort, year, setting)
cross join up_close_rule as rule
where typical.contacts is not null
