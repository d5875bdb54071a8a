-- grain: scheme, cohort, year, lever
-- reads: cohort_total, cohort_member, person_opportunity, opportunity_rule, measure_opportunity
-- What each cohort has in scope by what would change, each stay once; cohorts that have nothing included.
select
    total.scheme,
    total.cohort,
    total.year,
    levers.lever,
    levers.place,
    total.position,
    total.title,
    count(had.person_key) as people,
    cast(coalesce(sum(had.admissions), 0) as bigint) as admissions,
    cast(coalesce(sum(had.pence), 0) as bigint) as pence,
    coalesce(max(abs(had.pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(had.pence), 2)[2], 0) as pence_second
from cohort_total as total
cross join (select lever, min(priority) as place from opportunity_rule group by lever) as levers
join cohort_member as member on member.scheme = total.scheme and member.cohort = total.cohort and member.year = total.year
left join (
    select person_key, year, lever, cast(sum(net_admissions) as bigint) as admissions, cast(sum(net_pence) as bigint) as pence
    from person_opportunity
    join opportunity_rule using (rule)
    where has_net
    group by person_key, year, lever
) as had on had.person_key = member.person_key and had.year = member.year and had.lever = levers.lever
where exists (select 1 from measure_opportunity)
group by all
