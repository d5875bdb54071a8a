-- grain: person_key, year, month, setting, activity, provider
-- reads: costed_event, registered_year, period_day
-- What was done for a person in a month of a year, by whom, and what it cost: what remains of single events once they are let go of, for who
-- gives a cohort's care and how a year of it goes. Care that lasts stands in the month in which it begins, or goes on from the year before.
-- A contact is what person_year_payer counts as one; how long it lasted are its nights, or its days where it counts by day.
select
    person_key,
    year,
    month,
    setting,
    activity,
    coalesce(provider, '') as provider,
    cast(coalesce(sum(case setting when 'prescribing' then quantity else 1 end) filter (costed and not in_spell and activity <> 'critical_care'), 0) as bigint) as contacts,
    cast(coalesce(sum(coalesce(days, nights)) filter (costed and not in_spell and activity <> 'critical_care'), 0) as bigint) as lasted,
    cast(sum(cost_pence) as bigint) as pence
from costed_event
join registered_year using (person_key, year)
join period_day using (year, day)
group by person_key, year, month, setting, activity, coalesce(provider, '')
