using System.Globalization;
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

    /// <summary>In the order of <see cref="Named"/>, what is true of whoever has the trait.</summary>
    private static IEnumerable<string> Has =>
    [
        .. AgeBands.All.Select((band, i) => i + 1 < AgeBands.All.Count ? $"age >= {band.From} and age < {AgeBands.All[i + 1].From}" : $"age >= {band.From}"), $"age is null or age < {AgeBands.All[0].From}",
        "sex = 'female'", "sex = 'male'", "sex is null or sex not in ('female', 'male')",
        .. Enumerable.Range(0, 5).Select(number => string.Create(CultureInfo.InvariantCulture, $"conditions = {number}")), "conditions >= 5", "conditions is null",
        .. Conditions.All.Select(condition => $"has_{condition.Name}"),
    ];

    /// <summary>A column for each trait, that ends as a row for each.</summary>
    private static string Counts => $"unnest([{string.Join(", ", Has.Select(has => $"count(*) filter ({has})"))}]) as people, unnest(range({Has.Count()})) as number";

    private static SqlScript Script => SqlScript.Derived("up_close_trait", $"""
        select
            had.scheme, had.cohort, had.year,
            trait.profile, trait.place, trait.number,
            had.people,
            everyone.people as of_everyone,
            everyone.people - had.people as outside
        from (
            select member.scheme, member.cohort, member.year, {Counts}
            from up_close_member as member
            join person_year using (person_key, year)
            group by member.scheme, member.cohort, member.year
        ) as had
        join (select {Counts} from person_year where year = (select arg_max(year, date_from) from period)) as everyone using (number)
        join trait using (number)
        where had.people > 0
        """, ["scheme", "cohort", "year", "profile", "place"]);
}
