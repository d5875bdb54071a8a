using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Who the people of the cohorts are that are looked at up close: by age, sex and number of conditions, of which each person has one, and by condition.</summary>
internal static class CohortTraits
{
    /// <summary>Makes <c>up_close_trait</c>: a row for each cohort, kind of trait and trait that anybody of it has, with how many of everybody have it.</summary>
    internal static SqlScript Script { get; } = SqlScript.Derived("up_close_trait", $"""
        with has as (
            select person_key, unnest([
                struct_pack(profile := 'age', place := {Ages}, number := {AgePlaces}),
                struct_pack(profile := 'sex', place := coalesce(sex, '{GroupStrata.NotStated}'), number := case sex when 'female' then 1 when 'male' then 2 else 3 end),
                struct_pack(profile := 'conditions', place := case when conditions >= 5 then '5 or more' else coalesce(cast(conditions as varchar), '{GroupStrata.NotStated}') end, number := cast(coalesce(least(conditions, 5), 6) as integer)),
                {string.Join(",\n                ", Conditions.All.Select((condition, i) => $"case when has_{condition.Name} then struct_pack(profile := 'condition', place := '{condition.Title.Replace("'", "''", StringComparison.Ordinal)}', number := {i + 1}) end"))}
            ]) as trait
            from person_year
            where year = (select arg_max(year, date_from) from period)
        )
        select
            had.*,
            everyone.people as of_everyone,
            everyone.people - had.people as outside
        from (
            select chosen.scheme, chosen.cohort, chosen.year, trait.profile, trait.place, trait.number, count(*) as people
            from up_close as chosen
            join cohort_member as member using (scheme, cohort, year)
            join has using (person_key)
            where trait is not null
            group by all
        ) as had
        join (select trait.profile, trait.place, count(*) as people from has where trait is not null group by all) as everyone using (profile, place)
        """, ["scheme", "cohort", "year", "profile", "place"]);

    private static string Ages => $"case {string.Join(' ', AgeBands.All.Reverse().Select(band => $"when age >= {band.From} then '{band.Name}'"))} else '{GroupStrata.NotStated}' end";

    private static string AgePlaces => $"case {string.Join(' ', AgeBands.All.Reverse().Select((band, i) => $"when age >= {band.From} then {AgeBands.All.Count - i}"))} else {AgeBands.All.Count + 1} end";
}
