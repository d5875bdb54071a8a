using System.Globalization;
using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Model;
using Stratify.Studies;

namespace Stratify.Planning;

/// <summary>What the people of a scenario cost and used in the year, setting by setting, person by person.</summary>
/// <param name="Pence">By setting, then by person, in the order of their keys.</param>
/// <param name="Activity">The same of what was done for them; none where nothing is counted.</param>
/// <param name="Everyone">Pence of all people of the year.</param>
/// <param name="Shared">Of these people, how many an earlier scenario has too; they are counted there and not here.</param>
internal sealed record Baseline(string Year, IReadOnlyDictionary<string, long[]> Pence, IReadOnlyDictionary<string, long[]> Activity, long Everyone, long Shared)
{
    internal int People => Pence.Values.First().Length;

    internal long Total => Pence.Values.Sum(pence => pence.Sum());

    /// <param name="before">People of these conditions are another scenario's.</param>
    internal static Baseline Of(Study study, Criterion who, IReadOnlyList<Criterion> before, string year)
    {
        var (is_, others) = (CriterionSql.Of(who), before.Count == 0 ? "false" : string.Join(" or ", before.Select(criterion => $"coalesce(({CriterionSql.Of(criterion)}), false)")));
        var quoted = year.Replace("'", "''", StringComparison.Ordinal);
        // A condition over ranks (the costliest twentieth) is of everybody of the year, so they are read as a scheme reads them.
        var people = CriterionSql.People([who, .. before]);
        var columns = Model.Setting.All.Select(setting => $"cost_{setting.Name}").Concat(Model.Setting.All.Select(setting => setting.Activity is { } activity ? $"cast(coalesce({activity.Field}, 0) as bigint)" : "0::bigint"));
        var rows = study.Warehouse.Longs($"select {string.Join(", ", columns)} from {people} where year = '{quoted}' and coalesce(({is_}), false) and not ({others}) order by person_key");
        var settings = Model.Setting.All;
        return new Baseline(year,
            settings.Select((setting, i) => (setting.Name, Values: rows[i])).ToDictionary(setting => setting.Name, setting => setting.Values),
            settings.Select((setting, i) => (setting.Name, Values: rows[settings.Count + i])).ToDictionary(setting => setting.Name, setting => setting.Values),
            study.Warehouse.Count($"select cast(sum(cost) as bigint) from person_year where year = '{quoted}'"),
            study.Warehouse.Count($"select count(*) from {people} where year = '{quoted}' and coalesce(({is_}), false) and ({others})"));
    }
}
