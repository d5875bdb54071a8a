-- grain: year, setting
-- reads: person_year, person_year_cost, setting
-- Use and cost by setting; people is everyone, so that a mean over everyone can stand beside a mean over users.
select
    everyone.year,
    setting.name as setting,
    coalesce(used.users, 0) as users,
    everyone.people,
    coalesce(used.contacts, 0) as contacts,
    coalesce(used.pence, 0) as pence,
    coalesce(used.pence_largest, 0) as pence_largest,
    coalesce(used.pence_second, 0) as pence_second
from (select year, count(*) as people from person_year group by year) as everyone
cross join setting
left join (
    select
        year,
        setting,
        count(*) filter (contacts > 0) as users,
        cast(sum(contacts) as bigint) as contacts,
        cast(sum(pence) as bigint) as pence,
        coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
        coalesce(max(abs(pence), 2)[2], 0) as pence_second
    from person_year_cost
    group by year, setting
) as used on used.year = everyone.year and used.setting = setting.name
