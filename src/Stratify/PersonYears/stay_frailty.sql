-- grain: spell_id
-- reads: admission, person_age, spell, episode, coded_fact, code_form, matched_code, grouping_part, grouping_condition, opportunity_rule
-- The Hospital Frailty Risk Score of an emergency of an old person, in hundredths of a point: every condition of it that was coded in this
-- stay or in one that ended in the 730 days before, once.
with old as (
    select admission.spell_id, admission.person_key, admission.admitted_on
    from admission
    join person_age using (person_key, year)
    where admission.is_emergency and person_age.age >= (select min(age_from) from opportunity_rule where frailty_from is not null)
),
coded as (
    select distinct episode.spell_id, grouping_part.condition
    from episode
    semi join old using (person_key)
    join coded_fact on coded_fact.row_id = episode.row_id and coded_fact.dataset = 'acute_inpatients'
    join code_form using (code_system, code)
    join matched_code using (code_id)
    join grouping_part on grouping_part.grouping = 'hfrs' and grouping_part.list = matched_code.list and grouping_part.part = matched_code.condition
    where matched_code.kind = 'diagnosis'
)
select had.spell_id, cast(sum(grouping_condition.weight) as bigint) as points
from (
    select distinct old.spell_id, coded.condition
    from old
    join spell as stay on stay.person_key = old.person_key
        and (stay.spell_id = old.spell_id or (stay.discharged_on < old.admitted_on and stay.discharged_on >= old.admitted_on - 730))
    join coded on coded.spell_id = stay.spell_id
) as had
join grouping_condition on grouping_condition.grouping = 'hfrs' and grouping_condition.condition = had.condition
group by had.spell_id
