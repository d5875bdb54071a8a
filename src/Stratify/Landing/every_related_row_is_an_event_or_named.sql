-- law: every contact and stay of a related set stands once in the dataset that it is put into, or is named as not counted
-- reads: related_item, related_outcome, related_made
select item.source, item.row_id
from related_item as item
full join related_outcome as outcome using (source, row_id)
full join (select source, row_id, count(*) as times from related_made group by source, row_id) as made using (source, row_id)
where item.row_id is null
   or outcome.outcome is null
   or coalesce(made.times, 0) <> case when outcome.outcome = 'event' then 1 else 0 end
