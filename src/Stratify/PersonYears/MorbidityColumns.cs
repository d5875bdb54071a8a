using System.Globalization;
using Stratify.Model;

namespace Stratify.PersonYears;

/// <summary>What <c>person_year</c> takes from the groupings of conditions.</summary>
internal static class MorbidityColumns
{
    /// <summary>The columns of a grouping, in the order of its fields.</summary>
    internal static IEnumerable<string> Of(Grouping grouping)
    {
        var frailty = string.Create(CultureInfo.InvariantCulture, $"person_age.age >= {Groupings.FrailtyAge} and hospital.person_key is not null");
        var isKnown = $"state.{grouping.Name}_known{(grouping.Name == Groupings.Frailty ? $" and {frailty}" : "")}";
        if (grouping.Score.Length > 0)
        {
            yield return $"case when {isKnown} then {Score(grouping)} end as {grouping.Name}";
        }
        if (grouping.Name == Groupings.Frailty)
        {
            var points = $"coalesce(score.{grouping.Name}_weight, 0)";
            yield return $"case when {isKnown} then case when {points} < 500 then 'low' when {points} <= 1500 then 'intermediate' else 'high' end end as hfrs_band";
        }
        if (grouping.Name == Groupings.Default)
        {
            yield return $"coalesce(score.{grouping.Name}_conditions, 0) as {grouping.Count}";
        }
        else if (grouping.Count.Length > 0)
        {
            yield return $"case when {isKnown} then coalesce(score.{grouping.Name}_conditions, 0) end as {grouping.Count}";
        }
        foreach (var flag in grouping.Flags) { yield return $"case when {isKnown} then coalesce(condition.has_{flag.Name}, false) end as has_{flag.Name}"; }
        yield return $"state.{grouping.Name}_partial as {grouping.Partial}";
    }

    /// <summary>Whether a list of the job's own found the condition; missing where no code was loaded that the list could know.</summary>
    internal static string OwnFlag(Condition condition) => $"case when state.own_{condition.Name}_known then coalesce(condition.has_{condition.Name}, false) end as has_{condition.Name}";

    internal static string Flags(IReadOnlyList<Condition> own) => $"""
        select
            person_key,
            year,
            {Lines([
                .. Conditions.All.Select(condition => $"bool_or(grouping = '{Groupings.Default}' and condition = '{condition.Name}') as has_{condition.Name}"),
                .. Groupings.All.SelectMany(grouping => grouping.Flags.Select(condition => $"bool_or(grouping = '{grouping.Name}' and condition = '{condition.Name}') as has_{condition.Name}")),
                .. own.Select(condition => $"bool_or(condition = '{condition.Name}' and grouping not in ({string.Join(", ", Groupings.All.Select(grouping => $"'{grouping.Name}'"))})) as has_{condition.Name}"),
            ])}
        from condition_record
        group by person_key, year
        """;

    internal static string Scores => $"""
        select
            person_key,
            year,
            {Lines(Groupings.All.SelectMany(grouping => new[] { Filtered(grouping, "conditions"), Filtered(grouping, "weight") }))}
        from person_grouping
        group by person_key, year
        """;

    /// <summary>One row: of each grouping whether it knows anything, and whether something is missing.</summary>
    internal static string State(IReadOnlyList<Condition> own) => $"""
        select
            {Lines([
                .. Groupings.All.SelectMany(grouping => new[]
                {
                    $"coalesce(bool_or(is_known) filter (grouping = '{grouping.Name}'), false) as {grouping.Name}_known",
                    $"coalesce(bool_or(is_partial) filter (grouping = '{grouping.Name}'), true) as {grouping.Name}_partial",
                }),
                .. own.Select(condition => $"coalesce(bool_or(is_known) filter (grouping in (select grouping from grouping_condition where condition = '{condition.Name}') and grouping not in ({string.Join(", ", Groupings.All.Select(grouping => $"'{grouping.Name}'"))})), false) as own_{condition.Name}_known"),
            ])}
        from grouping_state
        """;

    private static string Score(Grouping grouping) => grouping.Decimals == 0
        ? $"coalesce(score.{grouping.Name}_weight, 0) // 100"
        : string.Create(CultureInfo.InvariantCulture, $"cast(coalesce(score.{grouping.Name}_weight, 0) / 100.0 as decimal(9, {grouping.Decimals}))");

    private static string Filtered(Grouping grouping, string column) => $"cast(max({column}) filter (grouping = '{grouping.Name}') as bigint) as {grouping.Name}_{column}";

    private static string Lines(IEnumerable<string> columns) => string.Join(",\n            ", columns);
}
