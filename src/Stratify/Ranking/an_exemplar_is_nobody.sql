-- law: no exemplar has cost what a real person cost, setting by setting and to the pound, over the years of its journey
-- reads: exemplar_step, exemplar_year, person_year, person_care, setting
-- Of people whose whole cost is as near as rounding can make it, each is looked at setting by setting. An equal record of contacts, days and
-- costs would have equal costs, so none is equal either.
with made as (
    select scheme, cohort, cast(setting as varchar) as setting, sum(pence) as pence
    from exemplar_step
    group by all
),
near as (
    select whole.scheme, whole.cohort, person.person_key
    from (select scheme, cohort, sum(pence) as pence from made group by all) as whole
    join (
        select of_year.scheme, of_year.cohort, person_year.person_key, sum(person_year.cost) as pence
        from (select distinct scheme, cohort, year from exemplar_year) as of_year
        join person_year using (year)
        group by all
    ) as person on person.scheme = whole.scheme and person.cohort = whole.cohort and abs(person.pence - whole.pence) <= 1000
),
own as (
    select near.scheme, near.cohort, near.person_key, cast(care.setting as varchar) as setting, sum(care.pence) as pence
    from near
    join exemplar_year as of_year using (scheme, cohort)
    join person_care as care on care.person_key = near.person_key and care.year = of_year.year
    group by all
)
select near.scheme, near.cohort, near.person_key
from near
cross join (select name as setting from setting) as each
left join own on own.scheme = near.scheme and own.cohort = near.cohort and own.person_key = near.person_key and own.setting = each.setting
left join made on made.scheme = near.scheme and made.cohort = near.cohort and made.setting = each.setting
group by near.scheme, near.cohort, near.person_key
having bool_and((coalesce(own.pence, 0) + 50) // 100 = (coalesce(made.pence, 0) + 50) // 100)
