-- grain: dataset
-- category: conformance
-- scope: people
-- counts: rows that came under an NHS number that another has replaced, and are read under the newest
-- of: rows that came with an NHS number
-- needs: a list of superseded NHS numbers, and rows with a number
-- reads: number_replaced
-- Counted as they are read, whatever becomes of them: a sender whose numbers are old is to be told so.
select
    dataset,
    cast(sum(replaced_rows) as bigint) as violations,
    cast(sum(numbered_rows) as bigint) as counted
from number_replaced
group by dataset
