-- grain: dataset
-- category: plausibility
-- scope: register
-- counts: people whose death the register dates otherwise than the list of deaths, which stands
-- of: people whose death both date
-- needs: people whose death both date
-- reads: person
select
    'gp_registrations' as dataset,
    count(*) filter (died_by_register <> died_by_list) as violations,
    count(*) as counted
from person
where died_by_register is not null and died_by_list is not null
