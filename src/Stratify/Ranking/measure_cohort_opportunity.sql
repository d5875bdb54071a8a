-- grain: scheme, cohort, year, lever
-- reads: cohort_total, cohort_key, person_cohort, person_opportunity, opportunity_rule, measure_opportunity
-- What each cohort has in scope by what would change, each stay once; cohorts that have nothing included.
select
    total.scheme,
    total.cohort,
    total.year,
    levers.lever,
    levers.place,
    total.position,
    total.title,
    coalesce(had.people, 0) as people,
    coalesce(had.admissions, 0) as admissions,
    coalesce(had.pence, 0) as pence,
    coalesce(had.pence_largest, 0) as pence_largest,
    coalesce(had.pence_second, 0) as pence_second
from cohort_total as total
cross join (select lever, min(priority) as place from opportunity_rule group by lever) as levers
left join (
    select
        known.scheme,
        known.cohort,
        known.year,
        of_person.lever,
        count(*) as people,
        cast(sum(admissions) as bigint) as admissions,
        cast(sum(pence) as bigint) as pence,
        coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
        coalesce(max(abs(pence), 2)[2], 0) as pence_second
    from (
        select unnest(placed.cohorts) as number, net.lever, net.admissions, net.pence
        from (
            select person_key, year, lever, cast(sum(net_admissions) as bigint) as admissions, cast(sum(net_pence) as bigint) as pence
            from person_opportunity
            join opportunity_rule using (rule)
            where has_net
            group by person_key, year, lever
        ) as net
        join person_cohort as placed using (person_key, year)
    ) as of_person
    join cohort_key as known using (number)
    group by known.scheme, known.cohort, known.year, of_person.lever
) as had on had.scheme = total.scheme and had.cohort = total.cohort and had.year = total.year and had.lever = levers.lever
where exists (select 1 from measure_opportunity)
