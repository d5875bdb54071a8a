-- grain: year, kind, group_name
-- reads: model_prediction, person_year, person_band, age_band
-- Of people of whom the chosen kind of model was asked, what they cost and what was expected, by tenths of that and by groups that a budget must be fair to.
select
    prediction.year,
    groups.kind,
    groups.position,
    groups.group_name,
    groups.group_order,
    count(*) as people,
    cast(sum(greatest(person.cost, 0)) as bigint) as pence,
    coalesce(max(greatest(person.cost, 0), 2)[1], 0) as pence_largest,
    coalesce(max(greatest(person.cost, 0), 2)[2], 0) as pence_second,
    cast(sum(prediction.expected) as bigint) as expected_pence
from model_prediction as prediction
join person_year as person using (person_key, year)
join person_band as band using (person_key, year)
join age_band on age_band.name = band.age_band
cross join lateral (
    select 'tenths' as kind, 1 as position, prediction.tenth::varchar as group_name, prediction.tenth as group_order
    union all
    select 'age', 2, band.age_band, age_band.age_from
    union all
    select 'conditions', 3, band.conditions_band, least(person.conditions, 5)
    union all
    select 'sex', 4, coalesce(person.sex, 'not stated'), case person.sex when 'female' then 1 when 'male' then 2 else 3 end
    union all
    select 'deprivation', 5, case when person.deprivation_decile between 1 and 10 then ((person.deprivation_decile + 1) // 2)::varchar else 'not stated' end, case when person.deprivation_decile between 1 and 10 then (person.deprivation_decile + 1) // 2 else 99 end
) as groups
group by prediction.year, groups.kind, groups.position, groups.group_name, groups.group_order
