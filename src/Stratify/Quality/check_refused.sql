-- grain: dataset
-- category: conformance
-- scope: everything
-- counts: rows that failed a check and were set aside
-- of: rows read
-- needs: rows
-- reads: landing_ledger
select
    dataset,
    cast(coalesce(sum(row_count) filter (outcome = 'rejected'), 0) as bigint) as violations,
    cast(coalesce(sum(row_count) filter (outcome = 'read'), 0) as bigint) as counted
from landing_ledger
group by dataset
