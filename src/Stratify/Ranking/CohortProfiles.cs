using Stratify.Engine;

namespace Stratify.Ranking;

/// <summary>Who the people of a cohort are, by fifth of deprivation and by ethnic group, beside everybody.</summary>
internal static class CohortProfiles
{
    /// <summary>Makes <c>measure_cohort_profile</c>: a row for each cohort, kind and group of which it has anybody.</summary>
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_cohort_profile", $"""
        with alike as (
            select number, deprivation_decile, ethnic_group, count(*) as people, {Largest.Sum("cost", "pence")}, count(*) filter (cost > 0) as users
            from cohort_person
            group by number, deprivation_decile, ethnic_group
        )
        select
            known.scheme,
            known.cohort,
            known.year,
            had.* exclude (number),
            everyone.people as of_everyone,
            everyone.people - had.people as outside
        from (
            {string.Join("\n    union all\n    ", GroupStrata.Kinds.Select(kind => $"""
            select number, '{kind.Name}' as profile, coalesce({kind.Sql}, '{GroupStrata.NotStated}') as place, cast(sum(people) as bigint) as people, {Largest.Together("alike.pence", "pence")}, cast(sum(users) as bigint) as users
            from alike
            group by number, profile, place
            """))}
        ) as had
        join cohort_key as known using (number)
        join (select year, kind, place, cast(sum(people) as bigint) as people from equity_stratum group by year, kind, place) as everyone
            on everyone.year = known.year and everyone.kind = had.profile and everyone.place = had.place
        """, ["scheme", "cohort", "year", "profile", "place"]);
}
