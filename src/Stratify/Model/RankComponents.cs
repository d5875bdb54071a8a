namespace Stratify.Model;

/// <summary>Something that speaks for looking at a cohort first: cohorts are put in order by each, and the places are weighed together.</summary>
/// <param name="Name">As jobs weigh it and columns are named.</param>
/// <param name="Title">As it stands in reports.</param>
/// <param name="Meaning">What its value is.</param>
/// <param name="Unit">pounds, settings, ratio or share.</param>
/// <param name="Weight">With which its place counts unless the job says otherwise.</param>
public sealed record RankComponent(string Name, string Title, string Meaning, string Unit, decimal Weight = 1)
{
    /// <summary>Whether the first place is that of the least.</summary>
    public bool IsLeastFirst { get; init; }
}

/// <summary>
/// What Symphony's team asked of a group that could be cared for jointly (Kasteridis and others 2014: use of several settings, a cost that
/// offers scope, enough people to share risk), each as a number.
/// </summary>
public static class RankComponents
{
    public const string ExcessCost = "excess_cost", SettingsUsed = "settings_used", InScope = "in_scope", Stability = "stability", Persistence = "persistence";

    public static IReadOnlyList<RankComponent> All { get; } =
    [
        new(ExcessCost, "Cost beyond what is expected", "Cost of the cohort beyond what is expected of people of the same age, sex and deprivation.", "pounds"),
        new(SettingsUsed, "Settings used", "Settings of care that a person used, on average.", "settings"),
        new(InScope, "Care in scope", "Cost of stays in hospital that a published rule of avoidance or of same day emergency care has in scope, each once: not said to be avoidable.", "pounds"),
        new(Stability, "Steady as a risk pool", "Standard error of the mean cost over the mean: the less, the steadier the cohort's cost from year to year by chance alone.", "ratio") { IsLeastFirst = true },
        new(Persistence, "Stays as it is", "Part of the people, of those registered in the year before as well, who are in the same tenth of everybody's cost as then.", "share", Weight: 0),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(component => component.Name)];
}
