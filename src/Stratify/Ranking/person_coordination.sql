-- grain: person_key, year
-- reads: metric_assessment, metric_reach, metric_stay
-- What measures of co-ordination count of a person, once single events are let go of, for cohorts that are made later. Who has none of it has no row.
select
    person_key,
    year,
    cast(sum(providers) as bigint) as providers,
    cast(sum(teams) as bigint) as teams,
    cast(sum(followed) as bigint) as followed,
    cast(sum(settings_after) as bigint) as settings_after,
    cast(sum(readmitted) as bigint) as readmitted,
    cast(sum(assessed_again) as bigint) as assessed_again,
    cast(sum(seen_again) as bigint) as seen_again
from (
    select person_key, year, providers, teams, 0 as followed, 0 as settings_after, 0 as readmitted, 0 as assessed_again, 0 as seen_again from metric_reach
    union all
    select person_key, year, 0, 0, followed, settings_after, readmitted, 0, 0 from metric_stay where followed > 0
    union all
    select person_key, year, 0, 0, 0, 0, 0, assessed_again, seen_again from metric_assessment
)
group by person_key, year
