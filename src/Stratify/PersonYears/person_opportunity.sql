-- grain: person_key, year, rule
-- reads: opportunity_admission, opportunity_rule, stay_year, registered_year
-- What a person of a year has in scope by each rule: stays, their nights and what they cost, and of these what counts once where several
-- rules have a stay: it is the first's, by their fixed priority. Rules overlap, so that what counts once adds up over them and the rest does not.
with ranked as (
    select
        opportunity_admission.spell_id,
        opportunity_admission.rule,
        opportunity_rule.priority = min(opportunity_rule.priority) over (partition by opportunity_admission.spell_id) as is_first
    from opportunity_admission
    join opportunity_rule using (rule)
)
select
    stay_year.person_key,
    stay_year.year,
    ranked.rule,
    count(*) filter (stay_year.counts_here) as admissions,
    cast(sum(stay_year.nights) as bigint) as nights,
    cast(sum(stay_year.pence) as bigint) as pence,
    count(*) filter (ranked.is_first) > 0 as has_net,
    count(*) filter (stay_year.counts_here and ranked.is_first) as net_admissions,
    cast(coalesce(sum(stay_year.nights) filter (ranked.is_first), 0) as bigint) as net_nights,
    cast(coalesce(sum(stay_year.pence) filter (ranked.is_first), 0) as bigint) as net_pence,
    count(*) filter (not ranked.is_first) > 0 as has_moved
from ranked
join stay_year using (spell_id)
semi join registered_year using (person_key, year)
group by stay_year.person_key, stay_year.year, ranked.rule
