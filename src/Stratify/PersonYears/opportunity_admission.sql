-- grain: spell_id, rule
-- reads: stay_fact, admission_condition, opportunity_rule, opportunity_part, opportunity_hrg
-- Stays that a rule has in scope. A condition that asks for a healthcare resource group too asks for both of one stay. How a stay ended must
-- be told for a rule that asks for people who left alive; that nobody tells of a death is enough for one that leaves deaths out.
with grouped as (
    select distinct stay_fact.hrg, opportunity_hrg.list, opportunity_hrg.condition
    from (select distinct hrg from stay_fact where hrg is not null) as stay_fact
    join opportunity_hrg on starts_with(stay_fact.hrg, opportunity_hrg.hrg)
),
coded as (
    select part.rule, admission_condition.spell_id
    from admission_condition
    join opportunity_part as part using (list, condition)
    join stay_fact using (spell_id)
    left join grouped on grouped.list = part.list and grouped.condition = part.condition and grouped.hrg = stay_fact.hrg
    where not part.by_hrg or grouped.hrg is not null
    union
    select part.rule, stay_fact.spell_id
    from opportunity_part as part
    join grouped using (list, condition)
    join stay_fact using (hrg)
    where not part.by_diagnosis
),
asked as (
    select spell_id, rule from coded
    union all
    select stay_fact.spell_id, opportunity_rule.rule from stay_fact cross join opportunity_rule where not opportunity_rule.by_codes
)
select asked.spell_id, asked.rule
from asked
join stay_fact as stay using (spell_id)
join opportunity_rule as rule using (rule)
left join admission_condition as unwanted
    on unwanted.spell_id = asked.spell_id and unwanted.list = rule.unless
where unwanted.spell_id is null
    and (rule.admission is null or (stay.is_emergency and (rule.admission = 'emergency' or contains(rule.admission, stay.method))))
    and stay.age between coalesce(rule.age_from, 0) and coalesce(rule.age_to, 200)
    and (rule.nights_from is null or stay.nights >= rule.nights_from)
    and (rule.nights_to is null or stay.nights <= rule.nights_to)
    and not (rule.no_procedure and stay.has_procedure)
    and case rule.discharge when 'died' then stay.discharge = 'died' when 'alive' then stay.discharge = 'alive' when 'not_died' then stay.discharge is distinct from 'died' else true end
    and (rule.frailty_from is null or stay.frailty >= rule.frailty_from)
    and (rule.frailty_to is null or stay.frailty <= rule.frailty_to)
    and (rule.days_since is null or stay.days_since <= rule.days_since)
