-- grain: dataset, row_id
-- reads: rule_link, probable_link
-- What the rules leave unlinked may be linked by how likely it is of one person of the register: P, with the probability.
-- A probability below the job's threshold is kept, and the record stays unlinked.
select
    rule_link.dataset,
    rule_link.row_id,
    coalesce(rule_link.person_key, probable_link.person_key) as person_key,
    case when probable_link.person_key is not null then 'P' else rule_link.grade end as grade,
    coalesce(probable_link.reason, rule_link.reason) as reason,
    probable_link.probability
from rule_link
left join probable_link using (dataset, row_id)
