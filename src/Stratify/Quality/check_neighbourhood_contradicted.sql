-- grain: dataset
-- category: plausibility
-- scope: register
-- counts: registrations whose neighbourhood, which stands, is another than the look-ups'
-- of: registrations whose neighbourhood both tell
-- needs: registrations whose neighbourhood both tell
-- reads: register_entry, register_place
-- The register may name a network or give its code, in whatever case.
select
    'gp_registrations' as dataset,
    count(*) filter (upper(entry.neighbourhood) <> upper(place.neighbourhood) and upper(entry.neighbourhood) is distinct from place.pcn) as violations,
    count(*) as counted
from register_entry as entry
join register_place as place using (row_id)
where entry.neighbourhood is not null and place.neighbourhood is not null
