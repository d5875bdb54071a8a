-- grain: row_id
-- reads: register_entry, practices_landed, areas_landed, run
-- What the look-ups know of the practice and the area of a registration. Practices change their networks: what held on the last day of the
-- registration counts, or of the period, else what is told of the latest. Without a look-up nobody knows whether a place would be in it.
with asked as (
    select row_id, practice, least(coalesce(end_date, period_to), period_to) as on_day
    from register_entry
    cross join run
),
relation as (
    select
        practice_day.practice,
        practice_day.on_day,
        practices_landed.sub_icb,
        practices_landed.pcn,
        practices_landed.practice_group,
        practices_landed.provider,
        coalesce(practices_landed.neighbourhood, practices_landed.pcn) as neighbourhood,
        row_number() over (
            partition by practice_day.practice, practice_day.on_day
            order by
                case when practice_day.on_day between coalesce(practices_landed.start_date, date '1900-01-01') and coalesce(practices_landed.end_date, date '2100-12-31') then 0 else 1 end,
                coalesce(practices_landed.start_date, date '1900-01-01') desc,
                practices_landed.row_id desc
        ) as place
    from (select distinct practice, on_day from asked) as practice_day
    join practices_landed on practices_landed.practice = practice_day.practice
)
select
    entry.row_id,
    case when exists (select row_id from practices_landed) then relation.practice is not null end as practice_known,
    case when exists (select row_id from areas_landed) and entry.area is not null then areas_landed.area is not null end as area_known,
    relation.sub_icb,
    relation.pcn,
    relation.practice_group,
    relation.provider,
    coalesce(relation.neighbourhood, areas_landed.neighbourhood) as neighbourhood,
    areas_landed.msoa,
    areas_landed.local_authority,
    case when areas_landed.deprivation_decile between 1 and 10 then areas_landed.deprivation_decile end as deprivation_decile
from register_entry as entry
join asked using (row_id)
left join relation on relation.practice = asked.practice and relation.on_day = asked.on_day and relation.place = 1
left join areas_landed on areas_landed.area = entry.area
