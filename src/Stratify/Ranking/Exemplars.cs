using System.Security.Cryptography;
using System.Text;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// A made-up person for each cohort that is looked at up close: put together from what the people in the middle of it have in common, and
/// held against everybody's record, so that it is nobody's. Torbay's Mrs Smith.
/// </summary>
internal static class Exemplars
{
    internal static IReadOnlyList<Step> Steps { get; } =
    [
        new SelectStep(SqlScript.Load("exemplar_member")),
        new SelectStep(SqlScript.Load("exemplar_year")),
        new SelectStep(SqlScript.Load("exemplar_care")),
        new SelectStep(SqlScript.Load("exemplar_use")),
        new SelectStep(SqlScript.Load("exemplar_setting")),
        new SelectStep(SqlScript.Load("exemplar_contact")),
        new SelectStep(Records),
        new SelectStep(SqlScript.Load("exemplar_choice")),
        new SelectStep(SqlScript.Load("exemplar_step")),
        new SelectStep(SqlScript.Load("exemplar_person")),
        new CodeStep("exemplar_name", ["scheme", "cohort"], Name),
    ];

    internal static IReadOnlyList<SqlScript> Laws { get; } = [SqlScript.Load("an_exemplar_is_nobody"), SqlScript.Load("an_exemplar_is_of_enough_people")];

    /// <summary>
    /// Makes <c>exemplar_record</c>: for prices of two figures and of one, whether somebody's care cost as much, in whole pounds, in every setting
    /// over the years of the journey. That is true whenever the records are equal, contact by contact. Everybody is asked for their whole cost, and setting
    /// by setting those to whom it leaves room: of whole pounds that are equal in every setting, pence differ by less than a pound in each.
    /// </summary>
    private static SqlScript Records => SqlScript.Derived("exemplar_record", $"""
        with candidate as (
            select scheme, cohort, figures, [{string.Join(", ", Setting.All.Select(setting => $"cast(coalesce(sum(pence) filter (setting = '{setting.Name}'), 0) + 50 as bigint) // 100"))}] as pounds
            from (
                select scheme, cohort, setting, 2 as figures, contacts * fine_pence as pence from exemplar_setting
                union all
                select scheme, cohort, setting, 1 as figures, contacts * coarse_pence as pence from exemplar_setting
            )
            group by scheme, cohort, figures
        ),
        journey as (select scheme, cohort, min(date_from) as date_from from exemplar_year group by scheme, cohort),
        spent as (
            select begun.date_from, person.person_key, sum(person.cost) as pence
            from (select distinct date_from from journey) as begun
            join period on period.date_from >= begun.date_from
            join placed_person as person using (year)
            group by begun.date_from, person.person_key
        ),
        near as (
            select distinct spent.date_from, spent.person_key
            from spent
            join (select journey.date_from, list_sum(candidate.pounds) * 100 as pence from candidate join journey using (scheme, cohort)) as whole
                on whole.date_from = spent.date_from and abs(spent.pence - whole.pence) <= {Setting.All.Count * 100}
        ),
        everybody as (
            select near.date_from, [{string.Join(", ", Setting.All.Select(setting => $"cast(sum(person.cost_{setting.Name}) + 50 as bigint) // 100"))}] as pounds
            from near
            join period on period.date_from >= near.date_from
            join placed_person as person on person.person_key = near.person_key and person.year = period.year
            group by near.date_from, near.person_key
        )
        select candidate.scheme, candidate.cohort, candidate.figures, coalesce(bool_or(everybody.pounds is not null), false) as is_somebody
        from candidate
        join journey using (scheme, cohort)
        left join everybody on everybody.date_from = journey.date_from and everybody.pounds = candidate.pounds
        group by candidate.scheme, candidate.cohort, candidate.figures
        """, ["scheme", "cohort", "figures"]);

    private static readonly string[] _women = ["Mary", "Joan", "Ruth", "Alice", "Hazel", "Nora", "Clare", "Helen"], _men = ["John", "Frank", "Arthur", "Henry", "Martin", "Walter", "Alan", "Robert"], _either = ["Robin", "Leslie", "Hilary", "Evelyn", "Kim", "Ashley", "Sandy", "Vivian"];

    /// <summary>Names of trees and fields, of nobody in the data.</summary>
    private static readonly string[] _family = ["Appleyard", "Birchwood", "Elmfield", "Hazelmere", "Larchmont", "Oakfield", "Rowanhurst", "Willowby"];

    private static void Name(Warehouse warehouse)
    {
        var people = warehouse.Query("select scheme, cohort, sex from exemplar_person order by number, scheme, cohort");
        MemoryTable.Create(warehouse, "exemplar_name", [("scheme", "varchar"), ("cohort", "varchar"), ("name", "varchar")],
            people.Rows.Select(row => new[] { row[0], row[1], NameOf((string)row[0]!, (string)row[1]!, row[2] as string) }));
    }

    /// <summary>From a list, by what the cohort is called and nothing of anybody in it.</summary>
    internal static string NameOf(string scheme, string cohort, string? sex)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{scheme}.{cohort}"));
        var first = sex switch { "female" => _women, "male" => _men, _ => _either };
        return $"{first[hash[0] % first.Length]} {_family[hash[1] % _family.Length]}";
    }
}
