using Stratify.Cohorts;
using Stratify.Studies;

namespace Stratify.Planning;

/// <summary>What the people of a scenario cost and used in the year, setting by setting, person by person.</summary>
/// <param name="Pence">By setting, then by person, in the order of their keys.</param>
/// <param name="Activity">The same of what was done for them; none where nothing is counted.</param>
/// <param name="Everyone">Pence of all people of the year.</param>
/// <param name="Shared">Of these people, how many an earlier scenario has too; they are counted there and not here.</param>
public sealed record Baseline(string Year, IReadOnlyDictionary<string, long[]> Pence, IReadOnlyDictionary<string, long[]> Activity, long Everyone, long Shared)
{
    public int People => Pence.Values.First().Length;

    public long Total => Pence.Values.Sum(pence => pence.Sum());

    /// <summary>The table of who is in the scenario at hand: those whose first condition is its own.</summary>
    internal const string Members = "scenario_member";

    /// <param name="before">People of these conditions are another scenario's.</param>
    public static Baseline Of(Study study, Criterion who, IReadOnlyList<Criterion> before, string year)
    {
        study.Choose("scenario_met", year, [.. before, who]);
        study.Warehouse.Execute($"create or replace table {Members} as select person_key, year from scenario_met where position = $1", (long)before.Count);
        var settings = Model.Setting.All;
        var columns = settings.Select(setting => $"cost_{setting.Name}").Concat(settings.Select(setting => setting.Activity is { } activity ? $"cast(coalesce({activity.Field}, 0) as bigint)" : "0::bigint"));
        var rows = study.Warehouse.Longs($"select {string.Join(", ", columns)} from person_year join {Members} using (person_key, year) order by person_key");
        return new Baseline(year,
            settings.Select((setting, i) => (setting.Name, Values: rows[i])).ToDictionary(setting => setting.Name, setting => setting.Values),
            settings.Select((setting, i) => (setting.Name, Values: rows[settings.Count + i])).ToDictionary(setting => setting.Name, setting => setting.Values),
            (long)study.Warehouse.Query("select cast(sum(cost) as bigint) from person_year where year = $1", year).Rows[0][0]!,
            study.Warehouse.Count($"select count(*) from scenario_met where position < {before.Count} and met[{before.Count + 1}]"));
    }
}
