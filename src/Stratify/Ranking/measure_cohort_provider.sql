-- grain: scheme, cohort, year, setting, provider
-- reads: up_close_member, person_care
-- Who gave a cohort's care, setting by setting. Somebody may have care of several, so people do not add up.
select
    scheme,
    cohort,
    year,
    setting,
    provider,
    count(*) as people,
    cast(sum(contacts) as bigint) as contacts,
    cast(sum(pence) as bigint) as pence,
    coalesce(max(abs(pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(pence), 2)[2], 0) as pence_second
from (
    select member.scheme, member.cohort, member.year, care.setting, care.provider, care.person_key, sum(care.contacts) as contacts, cast(sum(care.pence) as bigint) as pence
    from up_close_member as member
    join person_care as care on care.person_key = member.person_key and care.year = member.year
    where care.contacts <> 0 or care.pence <> 0
    group by all
)
group by scheme, cohort, year, setting, provider
