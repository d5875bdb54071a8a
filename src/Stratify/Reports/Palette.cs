namespace Stratify.Reports;

/// <summary>Colours of the report: the Government Analysis Function's hues, in an order in which each touching pair differs by 3:1 and more.</summary>
internal static class Palette
{
    internal const string Plum = "#801650", Orange = "#f46a25", Navy = "#12436d", Turquoise = "#28a197", DarkGrey = "#3d3d3d", Muted = "#5f7887";

    /// <summary>The five groups of settings that charts show, with their colour, dark and light in turn.</summary>
    internal static IReadOnlyList<(string Title, string Colour, string[] Settings)> Groups { get; } =
    [
        ("Inpatient", Plum, ["inpatient"]),
        ("Outpatient and A&E", Orange, ["outpatient", "emergency"]),
        ("GP and prescribing", Navy, ["primary_care", "prescribing"]),
        ("Community and mental health", Turquoise, ["community", "mental_health"]),
        ("Social care", DarkGrey, ["social_care", "continuing_care"]),
    ];

    /// <summary>Steps from pale to dark; ink or white is read at 4.5:1 and more on each.</summary>
    private static readonly string[] Ramp = ["#eef4f9", "#d0e2f0", "#a9cbe4", "#7fb2d6", "#2e76ad", "#1f5a8c", "#12436d"];

    /// <summary>The step for a value between the least and the most, on a scale of ratios.</summary>
    internal static string Step(double value, double least, double most)
    {
        if (value <= 0 || most <= least || least <= 0) { return Ramp[0]; }
        var part = Math.Log(value / least) / Math.Log(most / least);
        return Ramp[Math.Clamp((int)(part * Ramp.Length), 0, Ramp.Length - 1)];
    }
}
