-- grain: year, rule
-- reads: person_year, event, opportunity_rule, person_opportunity
-- What each rule has in scope, rules that have nothing included; none at all where no admitted care was loaded. What counts once is told
-- beside it, and the people whose stays counted under an earlier rule, of whom the difference is.
select
    years.year,
    rule.rule,
    coalesce(had.people, 0) as people,
    coalesce(had.admissions, 0) as admissions,
    coalesce(had.nights, 0) as nights,
    coalesce(had.pence, 0) as pence,
    coalesce(had.pence_largest, 0) as pence_largest,
    coalesce(had.pence_second, 0) as pence_second,
    coalesce(had.net_people, 0) as net_people,
    coalesce(had.net_admissions, 0) as net_admissions,
    coalesce(had.net_pence, 0) as net_pence,
    coalesce(had.net_pence_largest, 0) as net_pence_largest,
    coalesce(had.net_pence_second, 0) as net_pence_second,
    coalesce(had.moved_people, 0) as moved_people,
    coalesce(had.moved_pence, 0) as moved_pence,
    coalesce(had.moved_pence_largest, 0) as moved_pence_largest,
    coalesce(had.moved_pence_second, 0) as moved_pence_second
from (select distinct year from person_year) as years
cross join opportunity_rule as rule
left join (
    select
        year,
        rule,
        count(*) as people,
        cast(sum(admissions) as bigint) as admissions,
        cast(sum(nights) as bigint) as nights,
        cast(sum(pence) as bigint) as pence,
        coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
        coalesce(max(abs(pence), 2)[2], 0) as pence_second,
        count(*) filter (has_net) as net_people,
        cast(sum(net_admissions) as bigint) as net_admissions,
        cast(sum(net_pence) as bigint) as net_pence,
        coalesce(max(abs(net_pence), 2)[1], 0) as net_pence_largest,
        coalesce(max(abs(net_pence), 2)[2], 0) as net_pence_second,
        count(*) filter (has_moved) as moved_people,
        cast(sum(pence - net_pence) as bigint) as moved_pence,
        coalesce(max(abs(pence - net_pence), 2)[1], 0) as moved_pence_largest,
        coalesce(max(abs(pence - net_pence), 2)[2], 0) as moved_pence_second
    from person_opportunity
    group by year, rule
) as had on had.year = years.year and had.rule = rule.rule
where exists (select 1 from event where dataset = 'acute_inpatients')
