using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Who has cost in both of two settings: where one organisation's people are another's. Pairs overlap, and a person with one setting alone is in none; beside them, what the other users of either cost there. By the settings that people use, of which there are few kinds.</summary>
internal static class SettingPairs
{
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_setting_pair", $"""
        with pattern as (
            select
                year,
                {Lines(setting => $"settings_used > 1 and cost_{setting} > 0 as has_{setting}")},
                count(*) as people,
                {Largest.Sum("cost", "pence")},
                {Lines(setting => Largest.Sum($"cost_{setting}", $"pence_{setting}"))}
            from person_year
            group by year, {Lines(setting => $"has_{setting}")}
        ),
        paired as (
            select
                year,
                people,
                pence,
                pence_largest,
                pence_second,
                {Unnested("one", pair => $"'{pair.One}'")},
                {Unnested("other", pair => $"'{pair.Other}'")},
                {Unnested("in_both", pair => $"has_{pair.One} and has_{pair.Other}")},
                {Money("one", pair => pair.One)},
                {Money("other", pair => pair.Other)}
            from pattern
        )
        select
            year,
            one,
            other,
            cast(sum(people) as bigint) as people,
            {Largest.Together("pence_one", "pence_one")},
            {Largest.Together("pence_other", "pence_other")},
            {Largest.Together("pence", "pence")},
            any_value(apart.alone_one) as alone_one, any_value(alone_one_largest) as alone_one_largest, any_value(alone_one_second) as alone_one_second,
            any_value(apart.alone_other) as alone_other, any_value(alone_other_largest) as alone_other_largest, any_value(alone_other_second) as alone_other_second
        from paired
        left join (
            select year, one, other, {Largest.Together("pence_one", "alone_one")}, {Largest.Together("pence_other", "alone_other")}
            from paired
            where not in_both
            group by year, one, other
        ) as apart using (year, one, other)
        where in_both
        group by year, one, other
        """, ["year", "one", "other"]);

    private static string Lines(Func<string, string> line) => string.Join(",\n                ", Setting.All.Select(setting => line(setting.Name)));

    private static string Unnested(string name, Func<(string One, string Other), string> of) => $"unnest([{string.Join(", ", Pairs.Select(of))}]) as {name}";

    private static string Money(string name, Func<(string One, string Other), string> setting) =>
        string.Join(",\n                ", new[] { "", "_largest", "_second" }.Select(part => Unnested($"pence_{name}{part}", pair => $"pence_{setting(pair)}{part}")));

    private static IReadOnlyList<(string One, string Other)> Pairs =>
        [.. from one in Setting.All.Select((setting, i) => (setting.Name, i)) from other in Setting.All.Skip(one.i + 1) select (one.Name, other.Name)];
}
