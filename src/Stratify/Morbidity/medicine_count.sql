-- grain: person_key, year, grouping, condition
-- reads: coded_fact, code_form, matched_code, grouping_part, grouping_condition, person_link, condition_day
-- How many medicines of a condition a person was given in the time that its rule looks back. What a practice issued and what a chemist
-- dispensed are the same medicines seen twice, so the greater of the two counts stands.
select person_key, year, grouping, condition, max(medicines) as medicines
from (
    select
        person_link.person_key,
        condition_day.year,
        counted.grouping,
        counted.condition,
        coded_fact.dataset,
        count(distinct coded_fact.row_id) as medicines
    from coded_fact
    join (
        select code_form.code_system, code_form.code, rule.grouping, rule.condition, coalesce(rule.medicine_days, 365000)::integer as days
        from code_form
        join (select list, condition as part, code_id from matched_code where kind = 'medicine') as matched using (code_id)
        join grouping_part using (list, part)
        join grouping_condition as rule on rule.grouping = grouping_part.grouping and rule.condition = grouping_part.condition
        where rule.medicines is not null
    ) as counted using (code_system, code)
    join person_link using (dataset, row_id)
    join condition_day on coded_fact.recorded_on <= condition_day.known_by and coded_fact.recorded_on > condition_day.known_by - counted.days
    where person_link.person_key is not null
    group by all
)
group by person_key, year, grouping, condition
