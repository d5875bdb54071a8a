using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>What some people's care in a setting cost at one provider.</summary>
/// <param name="Setting">As it stands in reports.</param>
/// <param name="Pounds">Not below 0.</param>
internal sealed record CareFlow(string Setting, string Provider, double Pounds)
{
    /// <summary>Providers of which too few people had care, together.</summary>
    internal const string Unseen = "Not shown: few people";

    /// <summary>Where the extract does not say who gave the care.</summary>
    internal const string NotStated = "Provider not stated";

    /// <summary>
    /// A cohort's, as far as they may be seen: what a setting's published total has beyond its visible providers is their care of whom too few
    /// people are to be told, so no provider of a setting without a published total is shown.
    /// </summary>
    internal static IReadOnlyList<CareFlow> Of(ResultSet results, string scheme, string cohort, string year)
    {
        var (providers, settings) = (results["cohort_providers"], results["cohort_settings"]);
        var flows = new List<CareFlow>();
        foreach (var setting in Model.Setting.All)
        {
            (string, string)[] labels = [("scheme", scheme), ("cohort", cohort), ("year", year), ("setting", setting.Name)];
            var rows = providers.Where(labels).ToList();
            var seen = rows.Where(row => providers[row, "cost"].Number is > 0).Select(row => new CareFlow(setting.Title, Name(providers.Text(row, "provider")), providers[row, "cost"].Number!.Value)).ToList();
            flows.AddRange(seen);
            var total = settings.Where(labels).Select(row => settings[row, "people"].Number * settings[row, "mean_cost"].Number).FirstOrDefault();
            var left = total - seen.Sum(flow => flow.Pounds);
            if (left > 0 && rows.Exists(row => providers[row, "cost"].IsHidden)) { flows.Add(new CareFlow(setting.Title, Unseen, left.Value)); }
        }
        return flows;
    }

    private static string Name(string provider) => provider.Length == 0 ? NotStated : provider;
}
