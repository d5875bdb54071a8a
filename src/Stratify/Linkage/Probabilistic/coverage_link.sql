-- grain: dataset, row_id
-- reads: probable_link, link_choice
-- Links that are sure enough for a record to count as found, and not for its costs to be the person's: unlinked everywhere else.
select probable_link.dataset, probable_link.row_id, link_choice.person_key
from probable_link
join link_choice using (source_key)
where link_choice.outcome = 'coverage'
