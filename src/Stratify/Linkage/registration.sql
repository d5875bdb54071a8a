-- grain: row_id
-- reads: register_entry, register_place, person, run, asked_place
-- What the register says of a place stands, and look-ups fill what it leaves blank; a decile that is none is left blank. A blank start is before the period, a blank end after it; nobody is registered after death.
-- Where the job asks for some places, registrations elsewhere are of no account: who moves there leaves.
select
    entry.row_id,
    person.person_key,
    entry.practice,
    place.sub_icb,
    coalesce(entry.neighbourhood, place.neighbourhood) as neighbourhood,
    entry.area,
    place.msoa,
    place.local_authority,
    coalesce(case when entry.deprivation_decile between 1 and 10 then entry.deprivation_decile end, place.deprivation_decile) as deprivation_decile,
    coalesce(entry.start_date, date '1900-01-01') as start_date,
    least(coalesce(entry.end_date, run.period_to), coalesce(person.died, run.period_to), run.period_to) as end_date
from register_entry as entry
join register_place as place using (row_id)
join person using (person_id)
cross join run
cross join (select any_value(level) as level, list(name) as names from asked_place) as asked
where asked.level is null
    or list_contains(asked.names, case asked.level
        when 'practice' then entry.practice
        when 'neighbourhood' then coalesce(entry.neighbourhood, place.neighbourhood)
        when 'practice_group' then place.practice_group
        when 'provider' then place.provider
        when 'sub_icb' then place.sub_icb
        when 'msoa' then place.msoa
        when 'local_authority' then place.local_authority
    end)
