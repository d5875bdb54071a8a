-- law: no two people share an NHS number but those whom the register gives one in contradiction, and no person has two
-- reads: register_entry
select token as broken
from register_entry
where token is not null
group by token
having count(distinct person_id) > 1 and not bool_and(shares_number)
union all
select min(token)
from register_entry
where token is not null
group by person_id
having count(distinct token) > 1
