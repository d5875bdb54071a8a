-- grain: year
-- reads: register_entry, person, person_age, person_link, register_repeat, area_population, period
-- Practices' lists as they stood on the last day of each year, and who on them is there twice, dead, or not seen by any service of any extract.
-- Populations are compared where at least half of an area's are on the lists: a look-up of all England holds areas of other people's practices.
with listed as (
    select
        period.year,
        person.person_key,
        count(distinct entry.practice) as practices,
        arg_max(entry.area, (coalesce(entry.start_date, date '1900-01-01'), entry.row_id)) as area,
        coalesce(any_value(person.died) < any_value(period.date_to), false) as is_dead
    from register_entry as entry
    join person using (person_id)
    join period on coalesce(entry.start_date, date '1900-01-01') <= period.date_to and coalesce(entry.end_date, date '2100-12-31') >= period.date_to
    group by period.year, person.person_key
),
seen as (select distinct person_key from person_link where person_key is not null and dataset <> 'deaths'),
area_list as (
    select listed.year, listed.area, sum(listed.practices) as entries, max(area_population.population) as population
    from listed
    join area_population on area_population.area = listed.area
    group by listed.year, listed.area
    having sum(listed.practices) * 2 >= max(area_population.population)
),
compared as (
    select year, sum(entries) as entries, sum(population) as population, count(*) as areas
    from area_list
    group by year
)
select
    listed.year,
    cast(sum(listed.practices) as bigint) as entries,
    count(*) as people,
    count(*) filter (listed.practices > 1 and not listed.is_dead) as at_two_practices,
    count(*) filter (register_repeat.person_key is not null and not listed.is_dead) as perhaps_twice,
    count(*) filter (listed.is_dead) as after_death,
    count(*) filter (person_age.age >= 110 and not listed.is_dead) as over_110,
    count(*) filter (seen.person_key is null and not listed.is_dead) as not_seen,
    cast(coalesce(any_value(compared.areas), 0) as bigint) as areas,
    cast(coalesce(any_value(compared.entries), 0) as bigint) as area_entries,
    cast(coalesce(any_value(compared.population), 0) as bigint) as population
from listed
join person_age on person_age.person_key = listed.person_key and person_age.year = listed.year
left join register_repeat on register_repeat.person_key = listed.person_key
left join seen on seen.person_key = listed.person_key
left join compared on compared.year = listed.year
group by listed.year
