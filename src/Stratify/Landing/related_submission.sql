-- grain: source, sender, sent_in
-- reads: related_lineage, related_listed_submission
-- Where a sender lists the submissions that are active, those count and no other. Else of the submissions of one month by one sender
-- one is active: a refresh before a primary, then the last received, then the greatest number. Without a month each submission stands
-- for itself. Later months come after earlier ones, whenever they were received.
select
    source,
    sender,
    sent_in,
    case
        when has_list then listed
        else row_number() over (
            partition by source, sender, coalesce(cast(month_id as varchar), cast(period_end as varchar), sent_in)
            order by is_refresh desc, received desc nulls last, number desc nulls last, sent_in desc
        ) = 1
    end as active,
    row_number() over (
        partition by source, sender
        order by month_id nulls first, period_end nulls first, is_refresh, received nulls first, number nulls first, sent_in
    ) as place
from (
    select
        source,
        sender,
        sent_in,
        try_cast(sent_in as bigint) as number,
        max(month_id) as month_id,
        max(period_end) as period_end,
        coalesce(bool_or(file_type[1] = 'R'), false) as is_refresh,
        max(received) as received,
        bool_or(list.extract is not null) as has_list,
        bool_or(listed.sent_in is not null) as listed
    from related_lineage
    left join (select distinct source, extract from related_listed_submission) as list using (source, extract)
    left join (select distinct source, extract, sent_in from related_listed_submission) as listed using (source, extract, sent_in)
    group by source, sender, sent_in
)
