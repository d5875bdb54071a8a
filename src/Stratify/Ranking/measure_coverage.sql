-- grain: scheme, cohort, year
-- reads: cohort_total, cohort_key, person_cohort, coverage_cost
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
    pence_largest,
    pence_second,
    pence + more_pence as coverage_pence,
    more_pence,
    more_pence_largest,
    more_pence_second,
    gainers,
    rank() over (partition by scheme, year order by pence / people desc) as rank,
    rank() over (partition by scheme, year order by (pence + more_pence) / people desc) as coverage_rank
from (
    select
        total.scheme,
        total.cohort,
        total.year,
        total.position,
        total.title,
        total.people,
        total.pence,
        total.pence_largest,
        total.pence_second,
        coalesce(likely.gainers, 0) as gainers,
        coalesce(likely.pence, 0) as more_pence,
        coalesce(likely.pence_largest, 0) as more_pence_largest,
        coalesce(likely.pence_second, 0) as more_pence_second
    from cohort_total as total
    left join (
        select
            scheme,
            cohort,
            year,
            count(*) as gainers,
            cast(sum(pence) as bigint) as pence,
            coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
            coalesce(max(abs(pence), 2)[2], 0) as pence_second
        from (select unnest(placed.cohorts) as number, gained.pence from coverage_cost as gained join person_cohort as placed using (person_key, year))
        join cohort_key using (number)
        group by scheme, cohort, year
    ) as likely using (scheme, cohort, year)
)
