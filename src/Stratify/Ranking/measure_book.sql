-- grain: scheme, cohort, year
-- reads: cohort_total, cohort_key, person_cohort, other_cost
-- Each cohort's cost and rank by the job's price book and by the one it is held against. Who is in it stays as it is, in schemes too that are
-- built on cost. Changes are as large as they are, up or down. Equal means share the better rank; a place is the mean of those that they share, as Spearman's correlation wants it.
select
    *,
    rank() over (partition by scheme, year order by mean desc) as rank,
    rank() over (partition by scheme, year order by other_mean desc) as other_rank,
    rank() over (partition by scheme, year order by mean desc) + (count(*) over (partition by scheme, year, mean) - 1) / 2 as place,
    rank() over (partition by scheme, year order by other_mean desc) + (count(*) over (partition by scheme, year, other_mean) - 1) / 2 as other_place
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
        coalesce(other.pence, 0) as other_pence,
        coalesce(other.pence_largest, 0) as other_pence_largest,
        coalesce(other.pence_second, 0) as other_pence_second,
        coalesce(other.changed, 0) as changed,
        coalesce(other.changed_pence, 0) as changed_pence,
        coalesce(other.changed_pence_largest, 0) as changed_pence_largest,
        coalesce(other.changed_pence_second, 0) as changed_pence_second,
        total.pence / total.people as mean,
        coalesce(other.pence, 0) / total.people as other_mean
    from cohort_total as total
    left join (
        select
            scheme,
            cohort,
            year,
            cast(sum(other_pence) as bigint) as pence,
            coalesce(max(abs(other_pence), 2)[1], 0) as pence_largest,
            coalesce(max(abs(other_pence), 2)[2], 0) as pence_second,
            count(*) filter (other_pence <> cost_pence) as changed,
            cast(sum(abs(other_pence - cost_pence)) as bigint) as changed_pence,
            coalesce(max(abs(other_pence - cost_pence), 2)[1], 0) as changed_pence_largest,
            coalesce(max(abs(other_pence - cost_pence), 2)[2], 0) as changed_pence_second
        from (select unnest(placed.cohorts) as number, cost.other_pence, cost.cost_pence from other_cost as cost join person_cohort as placed using (person_key, year))
        join cohort_key using (number)
        group by scheme, cohort, year
    ) as other using (scheme, cohort, year)
)
