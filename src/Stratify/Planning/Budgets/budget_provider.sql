-- grain: cohort, setting, provider
-- reads: budget_member, budget_cohort, person_care
-- Who gives a cohort's care, setting by setting. Somebody may have care of several, so people do not add up.
select
    cohort.position,
    cohort.cohort,
    care.setting,
    care.provider,
    count(*) as people,
    cast(sum(care.pence) as bigint) as pence,
    coalesce(max(abs(care.pence), 2)[1], 0) as pence_largest,
    coalesce(max(abs(care.pence), 2)[2], 0) as pence_second
from (
    select person_key, year, setting, provider, cast(sum(pence) as bigint) as pence
    from person_care
    join budget_member using (person_key, year)
    group by person_key, year, setting, provider
    having sum(pence) <> 0
) as care
join budget_member as member using (person_key, year)
join budget_cohort as cohort using (position)
group by cohort.position, cohort.cohort, care.setting, care.provider
