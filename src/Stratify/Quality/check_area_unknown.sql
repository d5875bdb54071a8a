-- grain: dataset
-- category: completeness
-- scope: register
-- counts: registrations with an area that the look-up of areas lacks
-- of: registrations with an area
-- needs: a look-up of areas, and registrations with an area
-- reads: register_place
-- Areas of another census, or of another country: they keep what the register says of them.
select
    'gp_registrations' as dataset,
    count(*) filter (not area_known) as violations,
    count(area_known) as counted
from register_place
