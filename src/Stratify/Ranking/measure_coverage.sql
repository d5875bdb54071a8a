-- grain: scheme, cohort, year
-- reads: cohort_total, cohort_member, coverage_cost
-- Each cohort's cost and rank with links that are sure enough for costs, and with those too that are likely. Who is in it stays as it is,
-- in schemes too that are built on use of care. Equal means share the better rank.
select
    scheme,
    cohort,
    year,
    position,
    title,
    people,
    pence,
    pence + more as coverage_pence,
    gainers,
    rank() over (partition by scheme, year order by pence / people desc) as rank,
    rank() over (partition by scheme, year order by (pence + more) / people desc) as coverage_rank
from (
    select
        total.scheme,
        total.cohort,
        total.year,
        total.position,
        total.title,
        total.people,
        total.pence,
        coalesce(likely.gainers, 0) as gainers,
        coalesce(likely.pence, 0) as more
    from cohort_total as total
    left join (
        select scheme, cohort, year, count(*) as gainers, cast(sum(pence) as bigint) as pence
        from cohort_member
        join coverage_cost using (person_key, year)
        group by scheme, cohort, year
    ) as likely using (scheme, cohort, year)
)
