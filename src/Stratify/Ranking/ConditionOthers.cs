using System.Globalization;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// What people with each condition cost, by how many of the other counted conditions they have. A person with several conditions is under each, so
/// conditions overlap; of one condition the bands are its people, each once.
/// </summary>
internal static class ConditionOthers
{
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_condition_others", $"""
        select
            year,
            condition,
            case when conditions > 3 then '3 or more' else cast(conditions - 1 as varchar) end as others,
            any_value(position) as position,
            count(*) as people,
            cast(sum(cost) as bigint) as pence,
            coalesce(max(abs(cost), 2)[1], 0) as pence_largest,
            coalesce(max(abs(cost), 2)[2], 0) as pence_second
        from (
            select
                year,
                cost,
                conditions,
                unnest([{Each((condition, _) => $"'{condition.Title.Replace("'", "''", StringComparison.Ordinal)}'")}]) as condition,
                unnest([{Each((_, i) => i.ToString(CultureInfo.InvariantCulture))}]) as position,
                unnest([{Each((condition, _) => $"has_{condition.Name}")}]) as is_theirs
            from person_year
            where conditions > 0
        )
        where is_theirs
        group by year, condition, others
        """, ["year", "condition", "others"]);

    private static string Each(Func<Condition, int, string> text) => string.Join(", ", Conditions.All.Select(text));
}
