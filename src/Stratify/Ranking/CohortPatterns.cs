using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// People by the cohorts that they are in, of all schemes at once. Nothing of sets adds up, so who is left when one is taken from another can only be told
/// of such groups, of which there are few. There is none where no scheme is of sets.
/// </summary>
internal static class CohortPatterns
{
    /// <summary>Makes <c>cohort_pattern</c>: a row for each year and list of cohorts (numbers of <c>cohort_number</c>), with what its people cost in all and in each setting.</summary>
    internal static SqlScript Patterns { get; } = SqlScript.Derived("cohort_pattern", $"""
        select person.year, cohorts, count(*) as people, {Largest.Sum("person.cost", "pence")},
            {string.Join(",\n    ", Setting.All.Select(setting => Largest.Sum($"person.cost_{setting.Name}", $"cost_{setting.Name}")))}
        from placed_person as person
        where exists (select 1 from scheme where scheme_kind = 'sets')
        group by person.year, cohorts
        """, ["year", "cohorts"]);

    /// <summary>Makes <c>cohort_outside</c>: a row for each set, with what everybody else cost in each setting, and the two of them who cost most there.</summary>
    internal static SqlScript Outside { get; } = SqlScript.Derived("cohort_outside", $"""
        select known.scheme, known.cohort, known.year,
            {string.Join(",\n    ", Setting.All.Select(setting => Largest.Together($"pattern.cost_{setting.Name}", $"outside_cost_{setting.Name}")))}
        from cohort_number as known
        join cohort_pattern as pattern on pattern.year = known.year and not list_contains(pattern.cohorts, known.number)
        where known.scheme_kind = 'sets'
        group by known.scheme, known.cohort, known.year
        """, ["scheme", "cohort", "year"]);
}
