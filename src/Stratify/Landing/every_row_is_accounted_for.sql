-- law: every row read from a file was loaded, rejected, a duplicate, opted out or out of scope, and what was loaded stands in its table
-- reads: landing_ledger, landed_total
with counted as (
    select
        extract, dataset, file,
        sum(case when outcome = 'read' then row_count else 0 end) as read_rows,
        sum(case when outcome <> 'read' then row_count else 0 end) as accounted_rows,
        sum(case when outcome = 'loaded' then row_count else 0 end) as loaded_rows
    from landing_ledger
    group by extract, dataset, file
)
select extract, dataset, file, counted.read_rows, counted.accounted_rows, counted.loaded_rows, landed_total.row_count
from counted
full join landed_total using (extract, dataset, file)
where counted.read_rows is distinct from counted.accounted_rows
   or counted.loaded_rows is distinct from landed_total.row_count
