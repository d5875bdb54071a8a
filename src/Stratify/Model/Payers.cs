namespace Stratify.Model;

/// <summary>Who pays for care: an organisation with a budget of its own, or the person.</summary>
/// <param name="Name">As it stands in tables and jobs.</param>
/// <param name="Title">As it stands in reports.</param>
public sealed record Payer(string Name, string Title)
{
    /// <summary>The part of social care that the person pays is theirs whoever arranges it.</summary>
    public const string Client = "client";

    public static IReadOnlyList<Payer> All { get; } =
    [
        new("icb", "Integrated care board"),
        new("local_authority", "Local authority"),
        new("nhs_england", "NHS England"),
        new(Client, "The person"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(payer => payer.Name)];

    /// <summary>
    /// Codes of a commissioner by which an event is paid for by another than its setting's payer: the NHS Data Dictionary's default codes of
    /// Organisation Identifier (Code of Commissioner), and NHS England's hub for the armed forces. Codes of the hubs that commission
    /// specialised services differ from year to year and place to place, so a job names those of its own.
    /// </summary>
    public static IReadOnlyList<(string Code, string Payer)> OfCommissioners { get; } = [("VPP", Client), ("YDD82", "nhs_england"), ("13Q", "nhs_england")];

    /// <summary>Who pays for which settings, in one sentence for people.</summary>
    /// <param name="chosen">By setting, as <c>CostingSettings.Payers</c> has them.</param>
    public static string Says(IReadOnlyDictionary<string, string> chosen) => string.Join("; ", All
        .Select(payer => (payer.Title, Settings: Setting.All.Where(setting => chosen[setting.Name] == payer.Name).Select(setting => setting.Title.ToLowerInvariant()).ToList()))
        .Where(payer => payer.Settings.Count > 0).Select(payer => $"{payer.Title} ({string.Join(", ", payer.Settings)})"));

    public static Payer Of(string name) => All.Single(payer => payer.Name == name);
}
