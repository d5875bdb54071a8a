-- grain: person_key, year, grouping, condition
-- reads: coded_fact, code_form, matched_code, grouping_part, grouping_condition, person_link, condition_day
-- How many medicines of a condition a person was given in the time that its rule looks back. What a practice issued and what a chemist
-- dispensed are the same medicines seen twice, so the greater of the two counts stands. Groupings that share a list and a time
-- share the counting.
with rule as (
    select grouping_part.list, grouping_part.part, coalesce(grouping_condition.medicine_days, 365000)::integer as days, grouping, condition
    from grouping_part
    join grouping_condition using (grouping, condition)
    where grouping_condition.medicines is not null
)
select person_key, year, grouping, condition, max(medicines) as medicines
from (
    select given.person_key, given.year, rule.grouping, rule.condition, given.dataset, cast(sum(given.medicines) as bigint) as medicines
    from (
        select
            person_link.person_key,
            condition_day.year,
            counted.list,
            counted.part,
            counted.days,
            coded_fact.dataset,
            count(distinct coded_fact.row_id) as medicines
        from coded_fact
        join (
            select distinct code_form.code_system, code_form.code, rule.list, rule.part, rule.days
            from code_form
            join matched_code using (code_id)
            join rule on rule.list = matched_code.list and rule.part = matched_code.condition
            where matched_code.kind = 'medicine'
        ) as counted using (code_system, code)
        join person_link using (dataset, row_id)
        join condition_day on coded_fact.recorded_on <= condition_day.known_by and coded_fact.recorded_on > condition_day.known_by - counted.days
        where person_link.person_key is not null
        group by all
    ) as given
    join rule using (list, part, days)
    group by all
)
group by person_key, year, grouping, condition
