-- grain: row_id, position
-- reads: prescribed_items_landed
-- Medicines that were dispensed. Their day is a day of the month in which the claim was processed, as no other is told, so what was
-- dispensed near the end of a year may be known in the next. A further charge for an item is no second item.
select
    'prescribed_items' as dataset,
    'medicine' as source,
    row_id,
    processed_on as recorded_on,
    'BNF' as code_system,
    coalesce(prescribed_bnf_code, bnf_code) as code,
    1 as position
from prescribed_items_landed
where coalesce(prescribed_bnf_code, bnf_code) is not null and not coalesce(not_dispensed, false) and coalesce(items, 1) > 0
