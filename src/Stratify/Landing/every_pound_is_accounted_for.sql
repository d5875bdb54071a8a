-- law: every penny read from a file was loaded, rejected, a duplicate's, opted out or out of scope, and what was loaded stands in its table
-- reads: landing_ledger, landed_total
with counted as (
    select
        extract, dataset, file,
        sum(case when outcome = 'read' then pence else 0 end) as read_pence,
        sum(case when outcome <> 'read' then pence else 0 end) as accounted_pence,
        sum(case when outcome = 'loaded' then pence else 0 end) as loaded_pence
    from landing_ledger
    group by extract, dataset, file
)
select extract, dataset, file, counted.read_pence, counted.accounted_pence, counted.loaded_pence, landed_total.pence
from counted
full join landed_total using (extract, dataset, file)
where counted.read_pence is distinct from counted.accounted_pence
   or counted.loaded_pence is distinct from landed_total.pence
