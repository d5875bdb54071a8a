using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>What is found of each person once everybody has a year, for cohorts that are made later: in another run too, without asking again.</summary>
internal static class PersonStanding
{
    /// <summary>
    /// Makes <c>person_standing</c>: <c>in_top</c> whether the person is of the costliest twentieth; <c>tenth</c> and <c>tenth_before</c> their tenth by cost, and that
    /// of the year before, null where they have none; <c>expected</c> what somebody like them costs; <c>concentration</c> of their cost over settings; and what
    /// measures of co-ordination count of them, null where nothing is.
    /// </summary>
    internal static SqlScript Script { get; } = SqlScript.Derived("person_standing", $"""
        select
            person.person_key,
            person.year,
            place.place <= ceil(0.05 * place.everyone - 1e-9) as in_top,
            place.tenth,
            earlier.tenth as tenth_before,
            likely.expected,
            {Concentration} as concentration,
            part.* exclude (person_key, year)
        from person_year as person
        join cost_place as place using (person_key, year)
        left join cost_place as earlier on earlier.person_key = person.person_key and earlier.next_year = person.year
        left join person_expected as likely on likely.person_key = person.person_key and likely.year = person.year
        left join person_coordination as part on part.person_key = person.person_key and part.year = person.year
        """, ["person_key", "year"]);

    /// <summary>Herfindahl and Hirschman's index of a person's cost over settings: 1 when all of it is in one.</summary>
    private static string Concentration
    {
        get
        {
            var shares = Setting.All.Select(setting => $"greatest(person.cost_{setting.Name}, 0)").ToList();
            return $"cast(cast({string.Join(" + ", shares.Select(share => $"{share}::hugeint * {share}"))} as double) / nullif(power(cast({string.Join(" + ", shares)} as double), 2), 0) as decimal(5, 4))";
        }
    }
}
