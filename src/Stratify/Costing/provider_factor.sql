-- grain: provider
-- reads: linked_event, market_forces_factor
-- The market forces factor of everyone who gave care, in millionths: the provider's own, else its trust's (the first three characters of a
-- site's code); null where the job's list has neither. No rows where the job has no list.
select
    providers.provider,
    coalesce(own.millionths, trust.millionths) as millionths
from (
    select distinct provider from linked_event
    where provider is not null and (select count(*) from market_forces_factor) > 0
) as providers
left join market_forces_factor as own on own.provider = providers.provider
left join market_forces_factor as trust on trust.provider = left(providers.provider, 3)
