-- grain: year, top_share
-- reads: person_year
-- Cost of the costliest share of people: the first ceiling(share × people), ties broken by the person's number in the run, which no key decides. Of
-- those who are of a share and not of the one before, the two who cost most are the next two in line.
with placed as (
    select
        year,
        row_number() over costliest as place,
        count(*) over (partition by year) as everyone,
        cast(sum(cost) over (costliest rows between unbounded preceding and current row) as bigint) as pence,
        first_value(cost) over costliest as first_cost,
        nth_value(cost, 2) over (costliest rows between unbounded preceding and unbounded following) as second_cost,
        lead(cost, 1) over costliest as next_cost,
        lead(cost, 2) over costliest as cost_after_next
    from person_year
    window costliest as (partition by year order by cost desc, person_key)
),
step as (
    select
        placed.*,
        share.top_share,
        lag(place, 1, 0) over steps as place_before,
        lag(pence, 1, 0) over steps as pence_before,
        coalesce(lag(next_cost) over steps, first_cost) as step_first,
        coalesce(lag(cost_after_next) over steps, second_cost) as step_second
    from placed
    join (
        select 0.005::double as top_share
        union all
        select range / 100.0::double from range(1, 101)
    ) as share on placed.place = ceil(share.top_share * placed.everyone - 1e-9)
    window steps as (partition by placed.year order by share.top_share)
)
select
    year,
    top_share,
    place as people,
    pence,
    pence - pence_before as step_pence,
    case when place > place_before then abs(step_first) else 0 end as step_pence_largest,
    case when place > place_before + 1 then abs(step_second) else 0 end as step_pence_second
from step
