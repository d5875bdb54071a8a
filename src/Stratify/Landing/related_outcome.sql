-- grain: source, row_id
-- reads: related_item, related_submission, related_flattened
-- One event each, or the reason why not. A contact is named by its referral too: identifiers of contacts are used again in other
-- referrals. What was sent in several active submissions is told by the latest month.
select
    item.source,
    item.row_id,
    case
        when not item.active then 'inactive_submission'
        when item.latest > 1 then 'sent_again'
        when flattened.key is not null then 'also_flattened'
        when told.spell is not null then 'has_ward_stays'
        else 'event'
    end as outcome
from (
    select
        related_item.*,
        submission.active,
        row_number() over (
            partition by source, part, sender, case when part = 'contact' then request end, key, submission.active
            order by submission.place desc, related_item.row_id desc
        ) as latest
    from related_item
    join related_submission as submission using (source, sender, sent_in)
) as item
left join related_flattened as flattened
  on flattened.source = item.source and flattened.part = item.part and flattened.provider = item.provider and flattened.key = item.key
left join (
    select distinct source, sender, spell
    from related_item
    join related_submission as submission using (source, sender, sent_in)
    where part = 'ward_stay' and spell is not null and submission.active
) as told
  on told.source = item.source and told.sender = item.sender and told.spell = item.key and item.part = 'spell'
