-- grain: scheme, cohort
-- reads: up_close, up_close_rule, up_close_trait, exemplar_member, exemplar_choice, exemplar_step, up_close_member, placed_person, age_band
-- Who an exemplar is: of the age of the one in the middle of the cohort, of the sex that more than half of it are, with the conditions that more than half
-- of it have, each of enough people; and whether there is one.
select
    chosen.scheme,
    chosen.cohort,
    chosen.year,
    chosen.number,
    chosen.title,
    chosen.people,
    coalesce(middle.people, 0) as of_people,
    case when chosen.people >= rule.least then who.age_band end as age_band,
    (select any_value(place) from up_close_trait as trait where trait.scheme = chosen.scheme and trait.cohort = chosen.cohort and profile = 'sex' and place <> 'not stated' and trait.people >= rule.least and 2 * trait.people > chosen.people) as sex,
    (select string_agg(place, ', ' order by trait.number) from up_close_trait as trait where trait.scheme = chosen.scheme and trait.cohort = chosen.cohort and profile = 'condition' and trait.people >= rule.least and 2 * trait.people > chosen.people) as conditions,
    coalesce(journey.steps, 0) as steps,
    coalesce(journey.pence, 0) as pence,
    case
        when chosen.people < rule.least then 'too few people'
        when journey.steps > 0 and choice.figures = 2 then 'made'
        when journey.steps > 0 then 'made, with prices to one figure'
        when choice.figures = 0 then 'withheld: it would be a real record'
        else 'no care that half of them have'
    end as state
from up_close as chosen
cross join up_close_rule as rule
join (
    select chosen.scheme, chosen.cohort, arg_max(age_band.name, age_band.age_from) as age_band
    from (
        select member.scheme, member.cohort, quantile_disc(person.age, 0.5) as age
        from up_close_member as member
        join placed_person as person using (person_key, year)
        group by all
    ) as chosen
    join age_band on age_band.age_from <= chosen.age
    group by all
) as who using (scheme, cohort)
left join (select scheme, cohort, count(*) as people from exemplar_member group by all) as middle using (scheme, cohort)
left join exemplar_choice as choice using (scheme, cohort)
left join (select scheme, cohort, count(*) as steps, cast(sum(pence) as bigint) as pence from exemplar_step group by all) as journey using (scheme, cohort)
