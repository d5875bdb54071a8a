-- grain: scheme, cohort, person_key
-- reads: up_close, up_close_rule, up_close_member, placed_person
-- The people of a cohort from whom its exemplar person is made: those in the middle by cost, a fifth of them and at least enough for half of
-- them to be enough people. Neither the costliest nor the cheapest is among them while there are enough others. Of too small a cohort, nobody.
select scheme, cohort, year, person_key
from (
    select
        chosen.scheme,
        chosen.cohort,
        chosen.year,
        member.person_key,
        chosen.people,
        rule.least,
        least(case when chosen.people >= rule.least + 2 then chosen.people - 2 else chosen.people end, greatest(2 * rule.least, chosen.people // 5)) as size,
        row_number() over (partition by chosen.scheme, chosen.cohort order by person.cost, member.person_key) as place
    from up_close as chosen
    cross join up_close_rule as rule
    join up_close_member as member using (scheme, cohort, year)
    join placed_person as person using (person_key, year)
)
where people >= least and place > (people - size) // 2 and place <= (people - size) // 2 + size
