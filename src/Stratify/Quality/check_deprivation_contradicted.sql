-- grain: dataset
-- category: plausibility
-- scope: register
-- counts: registrations whose deprivation decile, which stands, is another than the look-up's
-- of: registrations whose deprivation decile both tell
-- needs: registrations whose deprivation decile both tell
-- reads: register_entry, register_place
-- Another index, or one in which the greatest number is the most deprived.
select
    'gp_registrations' as dataset,
    count(*) filter (entry.deprivation_decile <> place.deprivation_decile) as violations,
    count(*) as counted
from register_entry as entry
join register_place as place using (row_id)
where entry.deprivation_decile is not null and place.deprivation_decile is not null
