-- grain: year, conditions_from, measure
-- reads: person_year
-- What people with so many long-term conditions or more are, use and cost, and everybody: the national claim, held against this population.
select
    year,
    conditions_from,
    measure,
    position,
    count(*) filter (has_them) as people,
    count(*) filter (has_them and amount > 0) as users,
    count(*) filter (amount > 0) as all_users,
    cast(coalesce(sum(amount) filter (has_them), 0) as bigint) as part,
    cast(sum(amount) as bigint) as whole
from (
    select
        year,
        person.conditions >= least_number as has_them,
        least_number as conditions_from,
        unnest(['people', 'gp_appointments', 'outpatient_attendances', 'bed_days', 'cost']) as measure,
        unnest([1, 2, 3, 4, 5]) as position,
        unnest([1, person.gp_appointments, person.outpatient_attendances, person.bed_days, greatest(person.cost, 0)]) as amount
    from person_year as person
    cross join (select unnest([1, 2, 3]) as least_number) as threshold
)
group by year, conditions_from, measure, position
