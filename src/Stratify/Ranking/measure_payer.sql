-- grain: year, payer, setting
-- reads: payer_part
-- Who paid, and for how many people.
select
    year,
    payer,
    setting,
    count(*) filter (contacts > 0) as people,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from payer_part
group by year, payer, setting
