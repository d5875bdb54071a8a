using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Who the people of the cohorts are that are looked at up close: by age, sex and number of conditions, of which each person has one, and by condition.</summary>
internal static class CohortTraits
{
    private static readonly string[] _sexes = ["female", "male", GroupStrata.NotStated], _counts = ["0", "1", "2", "3", "4", "5 or more", GroupStrata.NotStated];

    /// <summary>Makes <c>trait</c>, each with a number, and <c>up_close_trait</c>: a row for each cohort and trait that anybody of it has, with how many of everybody have it.</summary>
    internal static IReadOnlyList<Step> Steps { get; } =
    [
        new CodeStep("trait", ["number"], warehouse => MemoryTable.Create(warehouse, "trait", [("number", "bigint"), ("profile", "varchar"), ("place", "varchar")], Named().Select((trait, i) => new object?[] { (long)i, trait.Profile, trait.Place }))),
        new SelectStep(Script),
    ];

    private static IEnumerable<(string Profile, string Place)> Named() =>
    [
        .. AgeBands.All.Select(band => ("age", band.Name)), ("age", GroupStrata.NotStated), .. _sexes.Select(sex => ("sex", sex)), .. _counts.Select(count => ("conditions", count)), .. Conditions.All.Select(condition => ("condition", condition.Title)),
    ];

    private static SqlScript Script
    {
        get
        {
            var (sexes, counts) = (AgeBands.All.Count + 1, AgeBands.All.Count + 1 + _sexes.Length);
            var conditions = counts + _counts.Length;
            return SqlScript.Derived("up_close_trait", $"""
                with has as (
                    select person_key, unnest([
                        case {string.Join(' ', AgeBands.All.Select((band, i) => (band.From, i)).Reverse().Select(band => $"when age >= {band.From} then {band.i}"))} else {AgeBands.All.Count} end,
                        case sex when 'female' then {sexes} when 'male' then {sexes + 1} else {sexes + 2} end,
                        {counts} + coalesce(least(conditions, 5), 6),
                        {string.Join(", ", Conditions.All.Select((condition, i) => $"case when has_{condition.Name} then {conditions + i} end"))}
                    ]) as number
                    from person_year
                    where year = (select arg_max(year, date_from) from period)
                )
                select
                    had.scheme, had.cohort, had.year,
                    trait.profile, trait.place, trait.number,
                    had.people,
                    everyone.people as of_everyone,
                    everyone.people - had.people as outside
                from (
                    select chosen.scheme, chosen.cohort, chosen.year, has.number, count(*) as people
                    from up_close as chosen
                    join cohort_member as member using (scheme, cohort, year)
                    join has using (person_key)
                    where has.number is not null
                    group by chosen.scheme, chosen.cohort, chosen.year, has.number
                ) as had
                join (select number, count(*) as people from has where number is not null group by number) as everyone using (number)
                join trait using (number)
                """, ["scheme", "cohort", "year", "profile", "place"]);
        }
    }
}
