-- grain: year, conditions_from, measure
-- reads: person_year
-- What people with so many long-term conditions or more are, use and cost, and everybody: the national claim, held against this population.
-- Of pounds the two largest too: of those with so many or more, of those with no more (or as many as are asked for at most), and of the others.
select
    year,
    conditions_from,
    measure,
    position,
    count(*) filter (has_them) as people,
    count(*) filter (has_them and amount > 0) as users,
    count(*) filter (amount > 0) as all_users,
    cast(coalesce(sum(amount) filter (has_them), 0) as bigint) as part,
    cast(sum(amount) as bigint) as whole,
    case when measure = 'cost' then cast(coalesce(sum(amount) filter (has_them), 0) as bigint) end as pence,
    coalesce((max(amount, 2) filter (has_them))[1], 0) as pence_largest,
    coalesce((max(amount, 2) filter (has_them))[2], 0) as pence_second,
    case when measure = 'cost' then cast(coalesce(sum(amount) filter (is_new), 0) as bigint) end as step_pence,
    coalesce((max(amount, 2) filter (is_new))[1], 0) as step_pence_largest,
    coalesce((max(amount, 2) filter (is_new))[2], 0) as step_pence_second,
    case when measure = 'cost' then cast(coalesce(sum(amount) filter (not has_them), 0) as bigint) end as left_pence,
    coalesce((max(amount, 2) filter (not has_them))[1], 0) as left_pence_largest,
    coalesce((max(amount, 2) filter (not has_them))[2], 0) as left_pence_second
from (
    select
        year,
        person.conditions >= least_number as has_them,
        person.conditions >= least_number and (person.conditions = least_number or least_number = 3) as is_new,
        least_number as conditions_from,
        unnest(['people', 'gp_appointments', 'outpatient_attendances', 'bed_days', 'cost']) as measure,
        unnest([1, 2, 3, 4, 5]) as position,
        unnest([1, person.gp_appointments, person.outpatient_attendances, person.bed_days, greatest(person.cost, 0)]) as amount
    from person_year as person
    cross join (select unnest([1, 2, 3]) as least_number) as threshold
)
group by year, conditions_from, measure, position
