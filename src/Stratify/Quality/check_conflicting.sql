-- grain: dataset
-- category: plausibility
-- scope: everything
-- counts: rows that a later row of the same key and other content stands in place of
-- of: rows read
-- needs: rows
-- reads: landing_ledger
select
    dataset,
    cast(coalesce(sum(row_count) filter (outcome = 'duplicate' and reason = 'superseded'), 0) as bigint) as violations,
    cast(coalesce(sum(row_count) filter (outcome = 'read'), 0) as bigint) as counted
from landing_ledger
group by dataset
