using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>
/// How the cost of each setting is concentrated: the costliest part of everybody, by what they cost there, and what part of the setting's cost is
/// theirs. Of few settings does everybody use anything, so a part of everybody may be all who do.
/// </summary>
internal static class SettingConcentration
{
    internal static SqlScript Script { get; } = SqlScript.Derived("measure_setting_concentration", $"""
        select
            used.year,
            used.setting,
            share.top_share,
            count(*) as people,
            cast(sum(used.pence) as bigint) as pence,
            cast(coalesce(sum(used.pence) filter ({New}), 0) as bigint) as step_pence,
            coalesce((max(used.pence, 2) filter ({New}))[1], 0) as step_pence_largest,
            coalesce((max(used.pence, 2) filter ({New}))[2], 0) as step_pence_second
        from (
            {string.Join("\n    union all\n    ", Setting.All.Select(One))}
        ) as used
        join measure_population as everyone using (year)
        join (select unnest([0.005, 0.01, 0.05, 0.1, 0.2, 1]::double[]) as top_share, unnest([0, 0.005, 0.01, 0.05, 0.1, 0.2]::double[]) as share_before) as share on used.place <= ceil(share.top_share * everyone.people - 1e-9)
        group by used.year, used.setting, share.top_share
        """, ["year", "setting", "top_share"]);

    /// <summary>Of this share and of none before it.</summary>
    private const string New = "used.place > ceil(share.share_before * everyone.people - 1e-9)";

    private static string One(Setting setting) =>
        $"select year, '{setting.Name}' as setting, cost_{setting.Name} as pence, row_number() over (partition by year order by cost_{setting.Name} desc, person_key) as place from person_year where cost_{setting.Name} > 0";
}
