namespace Stratify.Model;

/// <summary>
/// How the cost of care that lasts (a stay, a service, a package) is put into years, setting by setting. Care of one day counts on that
/// day whatever is chosen.
/// </summary>
public static class Windows
{
    /// <summary>Whole, in the year in which it ends: the convention by which hospitals are paid.</summary>
    public const string Discharge = "discharge";

    /// <summary>Whole, in the year in which it begins.</summary>
    public const string Admission = "admission";

    /// <summary>By day: to each year the part that its days are of all days.</summary>
    public const string Days = "days";

    public static IReadOnlyList<(string Name, string Says)> All { get; } =
    [
        (Discharge, "whole in the year in which it ends"),
        (Admission, "whole in the year in which it begins"),
        (Days, "day by day in each year that it touches"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(window => window.Name)];

    /// <summary>The settings with care that lasts: a convention may be chosen for each of them.</summary>
    public static IReadOnlyList<Setting> Settings { get; } = [.. Setting.All.Where(setting => setting.Window is not null)];

    /// <summary>The conventions of a run in one sentence, for people.</summary>
    /// <param name="chosen">By setting, as <c>CostingSettings.Windows</c> has them.</param>
    public static string Says(IReadOnlyDictionary<string, string> chosen) =>
        $"Care that lasts counts {string.Join("; ", All.Select(window => (window.Says, Settings: Settings.Where(setting => chosen[setting.Name] == window.Name).Select(setting => setting.Title.ToLowerInvariant()).ToList()))
            .Where(window => window.Settings.Count > 0).Select(window => $"{window.Says} ({string.Join(", ", window.Settings)})"))}. All other care counts on its day.";
}
