-- grain: dataset, source_id
-- reads: prescribed_items_landed
-- The actual cost, else the list price; a return's negative amount nets off. Items times an average is no cost of a person's
-- medicines, so without either an item is unpriced. What was not dispensed, not paid, refused or private costs the NHS nothing.
-- An item counts in the month that its claim was processed, up to three months after it was dispensed: so it may have
-- begun three months earlier, and what is claimed after a death was mostly dispensed before it. Further charges bear the item's identifier, so their place is added.
select
    'prescribed_items' as dataset,
    processed_on || '/' || source_id || case when place > 1 then '#' || place else '' end as source_id,
    row_id,
    'prescribing' as setting,
    'dispensed_item' as activity,
    processed_on as counted_on,
    cast(processed_on - interval 3 month as date) as start_date,
    processed_on as end_date,
    coalesce(paid, true) and not (coalesce(not_dispensed, false) or coalesce(disallowed, false) or coalesce("private", false)) as costed,
    prescriber as provider,
    coalesce(actual_cost, net_ingredient_cost) as carried_pence,
    'item' as unit,
    coalesce(items, 1) as quantity
from (select *, row_number() over (partition by processed_on, source_id order by row_id) as place from prescribed_items_landed)
