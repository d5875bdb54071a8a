-- grain: scheme, cohort, year
-- reads: exemplar_member, placed_person, period, up_close_rule
-- The years that an exemplar's journey goes through: the last one and those before it, as far back as enough of its people were registered.
select scheme, cohort, year, date_from, people
from (
    select each.*, min(each.people) over (partition by each.scheme, each.cohort order by each.date_from desc) as fewest
    from (
        select chosen.scheme, chosen.cohort, period.year, period.date_from, count(had.person_key) as people
        from (select distinct scheme, cohort from exemplar_member) as chosen
        cross join period
        left join (
            select member.scheme, member.cohort, person.year, member.person_key
            from exemplar_member as member
            join placed_person as person using (person_key)
        ) as had on had.scheme = chosen.scheme and had.cohort = chosen.cohort and had.year = period.year
        group by all
    ) as each
)
where fewest >= (select least from up_close_rule)
