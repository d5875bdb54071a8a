using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Who has cost in both of two settings: where one organisation's people are another's. Pairs overlap, and a person with one setting alone is in none.</summary>
internal static class SettingPairs
{
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_setting_pair", $"""
        select
            year,
            one,
            other,
            count(*) as people,
            cast(sum(pence_one) as bigint) as pence_one,
            cast(sum(pence_other) as bigint) as pence_other,
            cast(sum(cost) as bigint) as pence
        from (
            select
                year,
                cost,
                unnest([{string.Join(", ", Pairs.Select(pair => $"'{pair.One}'"))}]) as one,
                unnest([{string.Join(", ", Pairs.Select(pair => $"'{pair.Other}'"))}]) as other,
                unnest([{string.Join(", ", Pairs.Select(pair => $"cost_{pair.One}"))}]) as pence_one,
                unnest([{string.Join(", ", Pairs.Select(pair => $"cost_{pair.Other}"))}]) as pence_other
            from person_year
            where settings_used > 1
        )
        where pence_one > 0 and pence_other > 0
        group by year, one, other
        """, ["year", "one", "other"]);

    private static IReadOnlyList<(string One, string Other)> Pairs =>
        [.. from one in Setting.All.Select((setting, i) => (setting.Name, i)) from other in Setting.All.Skip(one.i + 1) select (one.Name, other.Name)];
}
