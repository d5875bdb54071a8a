using Stratify.Engine;

namespace Stratify.Ranking;

/// <summary>Who the people of a cohort are, by fifth of deprivation and by ethnic group, beside everybody.</summary>
internal static class CohortProfiles
{
    /// <summary>Makes <c>measure_cohort_profile</c>: a row for each cohort, kind and group of which it has anybody.</summary>
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_cohort_profile", $"""
        select
            had.*,
            everyone.people as of_everyone,
            everyone.people - had.people as outside
        from (
            {string.Join("\n    union all\n    ", GroupStrata.Kinds.Select(kind => $"""
            select member.scheme, member.cohort, member.year, '{kind.Name}' as profile, coalesce({kind.Sql}, '{GroupStrata.NotStated}') as place, count(*) as people, {Largest.Sum("person.cost", "pence")}, count(*) filter (person.cost > 0) as users
            from cohort_member as member join person_year as person using (person_key, year)
            group by all
            """))}
        ) as had
        join (select year, kind, place, cast(sum(people) as bigint) as people from equity_stratum group by year, kind, place) as everyone
            on everyone.year = had.year and everyone.kind = had.profile and everyone.place = had.place
        """, ["scheme", "cohort", "year", "profile", "place"]);
}
