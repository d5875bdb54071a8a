-- grain: person_key, year, grouping, condition
-- reads: list_record, medicine_count, grouping_part, grouping_condition, condition_day, coded_fact
-- The conditions that a person has at the end of a year, by the rule of each grouping. A code counts if it was recorded within the
-- time looked back, for cancer the first of all; and if it is later than the last that says that the condition is resolved. Where
-- no medicines were loaded, a rule that asks for both a code and medicines goes by the code, and so does one that asks for medicines.
select
    person_key,
    year,
    grouping,
    condition,
    coded.first_on as first_recorded_on,
    coded.last_on as last_recorded_on,
    coalesce(coded.by_practice, false) as by_practice,
    coalesce(coded.by_hospital, false) as by_hospital,
    coalesce(coded.by_medicine, false) or coalesce(issued.medicines >= rule.medicines, false) as by_medicine
from (
    select
        list_record.person_key,
        list_record.year,
        grouping_part.grouping,
        grouping_part.condition,
        min(list_record.first_on) as first_on,
        max(list_record.last_on) as last_on,
        max(list_record.resolved_on) as resolved_on,
        bool_or(list_record.by_practice) as by_practice,
        bool_or(list_record.by_hospital) as by_hospital,
        bool_or(list_record.by_medicine) as by_medicine
    from list_record
    join grouping_part on grouping_part.list = list_record.list and grouping_part.part = list_record.condition
    group by all
) as coded
full join medicine_count as issued using (person_key, year, grouping, condition)
join grouping_condition as rule using (grouping, condition)
join condition_day using (year)
cross join (select count(*) > 0 as any from coded_fact where source = 'medicine') as medicines_loaded
cross join lateral (
    select
        coalesce(
            case when rule.which_code = 'first' then coded.first_on else coded.last_on end > condition_day.known_by - coalesce(rule.code_days, 365000)::integer
            and coded.last_on > coalesce(coded.resolved_on, date '0001-01-01'), false) as by_code,
        coalesce(issued.medicines >= rule.medicines, false) as by_medicines
) as known
where case rule.rule
    when 'codes' then known.by_code
    when 'codes_or_medicines' then known.by_code or known.by_medicines
    when 'codes_and_medicines' then known.by_code and (known.by_medicines or not medicines_loaded.any)
    when 'medicines' then case when medicines_loaded.any then known.by_medicines else known.by_code end
end
