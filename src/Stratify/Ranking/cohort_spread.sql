-- grain: scheme, cohort, year
-- reads: cohort_person, cohort_cap
-- How costs of a cohort's people vary, which the mean does not tell: capped ones are those above the cohort's own 99th percentile, at it. Sums of
-- squares are exact, and become a ratio at the end. Persistence is of those who were registered in the year before as well.
select total.scheme, total.cohort, total.year, had.* exclude (number)
from (
    select
        number,
        quantile_cont(cost, 0.9) / 100 as ninetieth_pounds,
        cast(sum(least(cost, cap)) as bigint) as capped_pence,
        cast(sum(greatest(cost - cap, 0)) as bigint) as above_pence,
        coalesce(max(greatest(cost - cap, 0), 2)[1], 0) as above_pence_largest,
        coalesce(max(greatest(cost - cap, 0), 2)[2], 0) as above_pence_second,
        sqrt(cast(greatest(count(*) * sum(cost::hugeint * cost) - sum(cost::hugeint) * sum(cost::hugeint), 0) as double)) / nullif(sum(cost), 0)::double as variation,
        sqrt(cast(greatest(count(*) * sum(least(cost, cap)::hugeint * least(cost, cap)) - sum(least(cost, cap)::hugeint) * sum(least(cost, cap)::hugeint), 0) as double))
            / nullif(sum(least(cost, cap)), 0)::double as capped_variation,
        count(setting_entropy) as spread_people,
        cast(sum(setting_entropy) as double) / nullif(count(setting_entropy), 0) as entropy,
        cast(sum(setting_entropy * greatest(cost, 0)) as double) / nullif(sum(greatest(cost, 0)) filter (setting_entropy is not null), 0)::double as entropy_by_cost,
        count(*) filter (in_top) as in_top_people,
        count(*) filter (died) as died,
        cast(coalesce(sum(cost) filter (died), 0) as bigint) as died_pence,
        coalesce((max(abs(cost), 2) filter (died))[1], 0) as died_pence_largest,
        coalesce((max(abs(cost), 2) filter (died))[2], 0) as died_pence_second,
        cast(coalesce(sum(cost) filter (not died), 0) as bigint) as alive_pence,
        coalesce((max(abs(cost), 2) filter (not died))[1], 0) as alive_pence_largest,
        coalesce((max(abs(cost), 2) filter (not died))[2], 0) as alive_pence_second,
        count(tenth_before) as before_people,
        count(*) filter (tenth_before = tenth) as same_tenth,
        cast(sum(acsc_admissions) as bigint) as acsc_admissions,
        cast(sum(readmissions) as bigint) as readmissions,
        cast(sum(ae_attendances) as bigint) as ae_attendances,
        cast(sum(bed_days) as bigint) as bed_days,
        cast(sum(emergency_bed_days) as bigint) as emergency_bed_days,
        cast(sum(delayed_days) as bigint) as delayed_days
    from cohort_person
    join (select number, cap from cohort_cap) using (number)
    group by number
) as had
join cohort_cap as total using (number)
