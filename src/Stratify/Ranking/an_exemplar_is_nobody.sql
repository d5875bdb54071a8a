-- law: no exemplar has cost what a real person cost, setting by setting and to the pound, over the years of its journey
-- reads: exemplar_step, exemplar_year, period, placed_person, person_care, setting
-- Of people whose whole cost is as near as rounding can make it, each is looked at setting by setting. An equal record of contacts, days and
-- costs would have equal costs, so none is equal either. Journeys that begin with the same year go through the same years.
-- It is asked anew, and not of what prices were chosen by.
with made as (
    select scheme, cohort, cast(setting as varchar) as setting, sum(pence) as pence
    from exemplar_step
    group by all
),
journey as (select scheme, cohort, min(date_from) as date_from from exemplar_year group by scheme, cohort),
spent as (
    select begun.date_from, person.person_key, sum(person.cost) as pence
    from (select distinct date_from from journey) as begun
    join period on period.date_from >= begun.date_from
    join placed_person as person using (year)
    group by begun.date_from, person.person_key
),
near as (
    select whole.scheme, whole.cohort, person.person_key
    from (select scheme, cohort, sum(pence) as pence from made group by all) as whole
    join journey using (scheme, cohort)
    join spent as person on person.date_from = journey.date_from and abs(person.pence - whole.pence) <= 1000
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
