-- grain: dataset, row_id
-- reads: link_row, rule_link, link_model, link_choice
-- Of the records that no rule links: whom each is likeliest of, where that is sure enough, and why it stays unlinked where it is not.
select
    link_row.dataset,
    link_row.row_id,
    link_row.source_key,
    case when link_choice.outcome = 'linked' then link_choice.person_key end::integer as person_key,
    link_choice.probability,
    case
        when link_model.evidence = 'none' then 'no sign that anybody of this file is on the register'
        when link_choice.outcome = 'linked' then 'likely by name, birth date, address and sex'
        when link_choice.outcome = 'contradicted' then 'likely, and contradicted in two things'
        when link_choice.outcome = 'coverage' then 'likely, and not sure enough for costs'
        when link_choice.outcome = 'tie' then 'fits several people equally well'
        when link_choice.outcome = 'taken' then 'another record fits the person better'
    end as reason
from link_row
join rule_link using (dataset, row_id)
join link_model using (dataset)
left join link_choice using (source_key)
where rule_link.grade = 'U'
