-- grain: scheme, cohort, year
-- reads: cohort_member, person_year, cohort_cap, cost_place
-- How costs of a cohort's people vary, which the mean does not tell: capped ones are those above the cohort's own 99th percentile, at it. Sums of
-- squares are exact, and become a ratio at the end. Persistence is of those who were registered in the year before as well.
select
    member.scheme,
    member.cohort,
    member.year,
    quantile_cont(person.cost, 0.9) / 100 as ninetieth_pounds,
    cast(sum(least(person.cost, total.cap)) as bigint) as capped_pence,
    cast(sum(greatest(person.cost - total.cap, 0)) as bigint) as above_pence,
    coalesce(max(greatest(person.cost - total.cap, 0), 2)[1], 0) as above_pence_largest,
    coalesce(max(greatest(person.cost - total.cap, 0), 2)[2], 0) as above_pence_second,
    sqrt(cast(greatest(count(*) * sum(person.cost::hugeint * person.cost) - sum(person.cost::hugeint) * sum(person.cost::hugeint), 0) as double)) / nullif(sum(person.cost), 0)::double as variation,
    sqrt(cast(greatest(count(*) * sum(least(person.cost, total.cap)::hugeint * least(person.cost, total.cap)) - sum(least(person.cost, total.cap)::hugeint) * sum(least(person.cost, total.cap)::hugeint), 0) as double))
        / nullif(sum(least(person.cost, total.cap)), 0)::double as capped_variation,
    count(person.setting_entropy) as spread_people,
    cast(sum(person.setting_entropy) as double) / nullif(count(person.setting_entropy), 0) as entropy,
    cast(sum(person.setting_entropy * greatest(person.cost, 0)) as double) / nullif(sum(greatest(person.cost, 0)) filter (person.setting_entropy is not null), 0)::double as entropy_by_cost,
    count(*) filter (place.place <= ceil(0.05 * place.everyone - 1e-9)) as in_top_people,
    count(*) filter (person.died) as died,
    cast(coalesce(sum(person.cost) filter (person.died), 0) as bigint) as died_pence,
    coalesce((max(abs(person.cost), 2) filter (person.died))[1], 0) as died_pence_largest,
    coalesce((max(abs(person.cost), 2) filter (person.died))[2], 0) as died_pence_second,
    cast(coalesce(sum(person.cost) filter (not person.died), 0) as bigint) as alive_pence,
    coalesce((max(abs(person.cost), 2) filter (not person.died))[1], 0) as alive_pence_largest,
    coalesce((max(abs(person.cost), 2) filter (not person.died))[2], 0) as alive_pence_second,
    count(before.person_key) as before_people,
    count(*) filter (before.tenth = place.tenth) as same_tenth,
    cast(sum(person.acsc_admissions) as bigint) as acsc_admissions,
    cast(sum(person.readmissions) as bigint) as readmissions,
    cast(sum(person.ae_attendances) as bigint) as ae_attendances,
    cast(sum(person.bed_days) as bigint) as bed_days,
    cast(sum(person.emergency_bed_days) as bigint) as emergency_bed_days,
    cast(sum(person.delayed_days) as bigint) as delayed_days
from cohort_member as member
join person_year as person using (person_key, year)
join cost_place as place using (person_key, year)
left join cost_place as before on before.person_key = member.person_key and before.next_year = member.year
join cohort_cap as total using (scheme, cohort, year)
group by member.scheme, member.cohort, member.year
