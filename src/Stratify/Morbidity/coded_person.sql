-- grain: person_key, year, source, code_id
-- reads: coded_fact, code_form, matched_code, person_link, condition_day
-- The codes of a person that a list of conditions knows: the first and last day of each, by the year in which they became known.
-- Medicines that are counted are not among them.
select
    person_link.person_key,
    condition_day.year,
    coded_fact.source,
    known.code_id,
    min(coded_fact.recorded_on) as first_on,
    max(coded_fact.recorded_on) as last_on
from coded_fact
join (
    select code_system, code, code_id from code_form where code_id in (select code_id from matched_code where kind in ('diagnosis', 'resolved'))
) as known using (code_system, code)
join person_link using (dataset, row_id)
join condition_day on coded_fact.recorded_on > condition_day.known_before and coded_fact.recorded_on <= condition_day.known_by
where person_link.person_key is not null
group by all
