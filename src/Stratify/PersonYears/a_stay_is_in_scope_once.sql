-- law: what is in scope net, over all rules, is the stays that some rule has, each once: their number, nights and pence, and no more than all stays of the person and year
-- reads: person_opportunity, opportunity_admission, stay_year, registered_year
select person_key, year
from (
    select person_key, year, sum(net_admissions) as admissions, sum(net_nights) as nights, sum(net_pence) as pence
    from person_opportunity
    group by person_key, year
) as net
full join (
    select
        stay_year.person_key,
        stay_year.year,
        count(*) filter (stay_year.counts_here and had.spell_id is not null) as admissions,
        sum(case when had.spell_id is not null then stay_year.nights else 0 end) as nights,
        sum(case when had.spell_id is not null then stay_year.pence else 0 end) as pence,
        sum(greatest(stay_year.pence, 0)) as all_pence
    from stay_year
    semi join registered_year using (person_key, year)
    left join (select distinct spell_id from opportunity_admission) as had using (spell_id)
    group by stay_year.person_key, stay_year.year
) as stays using (person_key, year)
where coalesce(net.admissions, 0) <> coalesce(stays.admissions, 0)
    or coalesce(net.nights, 0) <> coalesce(stays.nights, 0)
    or coalesce(net.pence, 0) <> coalesce(stays.pence, 0)
    or coalesce(net.pence, 0) > coalesce(stays.all_pence, 0)
