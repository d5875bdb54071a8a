-- grain: dataset
-- category: completeness
-- scope: register
-- counts: registrations with a practice that the look-up of practices lacks
-- of: registrations
-- needs: a look-up of practices
-- reads: register_place
-- They keep what the register says of them.
select
    'gp_registrations' as dataset,
    count(*) filter (not practice_known) as violations,
    count(practice_known) as counted
from register_place
