-- grain: year, top_share
-- reads: person_year
-- Cost of the costliest share of people: the first ceiling(share × people), ties broken by the person's number in the run, which no key decides.
select
    year,
    top_share,
    count(*) as people,
    cast(sum(cost) as bigint) as pence
from (
    select
        year,
        cost,
        row_number() over (partition by year order by cost desc, person_key) as place,
        count(*) over (partition by year) as everyone
    from person_year
)
join (
    select 0.005::double as top_share
    union all
    select range / 100.0::double from range(1, 101)
) as share on place <= ceil(top_share * everyone - 1e-9)
group by year, top_share
