using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Cohorts by mean cost a person, with 95% intervals and the population's mean.</summary>
internal static class RankedCohorts
{
    private const double Width = 600, Left = 230, Right = 70, Top = 28;
    internal const double NameSize = 12.5;
    internal const int Most = 20;

    internal static Scene Draw(IReadOnlyList<RankedCohort> cohorts, double? mean, string title)
    {
        var shown = cohorts.Take(Most).ToList();
        var names = shown.ConvertAll(cohort => Name(cohort.Title));
        double height = names.Exists(name => name.Count > 1) ? 34 : 28;
        var scene = new Scene(Width, Top + (height * Math.Max(1, shown.Count)) + 30, title, Alternative(shown, mean));
        if (shown.Count == 0)
        {
            scene.Text(Width / 2, Top + 18, "Every cohort has fewer than 8 people", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        // Where the costliest are hidden, the mean of everyone is above all that is shown.
        var top = Scale.Top(Math.Max(shown.Max(cohort => cohort.Upper), mean ?? 0), 4);
        var x = Scale.Linear((0, top), (Left, Width - Right));
        var bottom = Top + (height * shown.Count);
        foreach (var tick in Scale.Ticks(0, top, 4))
        {
            scene.Line(x(tick), Top, x(tick), bottom, tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(x(tick), bottom + 16, Format.ShortPounds(tick), 12, 400, Colour.SecondInk, Anchor.Middle);
        }
        if (mean is { } everyone)
        {
            scene.Add(new LineShape(x(everyone), Top - 6, x(everyone), bottom, Colour.Ink, 1.5, [4, 3]));
            scene.Text(x(everyone), Top - 12, $"Everyone: {Format.Pounds(everyone)}", 12, 600, Colour.Ink, x(everyone) > Width - 160 ? Anchor.End : Anchor.Start);
        }
        for (var i = 0; i < shown.Count; i++) { DrawRow(scene, (shown[i], names[i]), (Top + (height * i), height), x); }
        return scene;
    }

    /// <summary>A title in one line or two; what is longer still is cut.</summary>
    internal static IReadOnlyList<string> Name(string title)
    {
        var lines = TextLayout.Lines(title, Left - 12, NameSize, 600);
        return lines.Count <= 2 ? lines : [lines[0], TextLayout.Shortened(string.Join(' ', lines.Skip(1)), Left - 12, NameSize, 600)];
    }

    private static void DrawRow(Scene scene, (RankedCohort Cohort, IReadOnlyList<string> Name) row, (double Y, double Height) place, Func<double, double> x)
    {
        var cohort = row.Cohort;
        var middle = place.Y + (place.Height / 2);
        for (var line = 0; line < row.Name.Count; line++) { scene.Text(Left - 8, middle + 4 + (14 * (line - ((row.Name.Count - 1) / 2.0))), row.Name[line], NameSize, 600, Colour.Ink, Anchor.End); }
        scene.Rectangle(x(0), middle - 8, x(cohort.Mean) - x(0), 16, Palette.Navy);
        // The interval is drawn over the bar's end: white inside, ink outside.
        scene.Line(x(cohort.Lower), middle, x(cohort.Mean), middle, Colour.White, 2);
        scene.Line(x(cohort.Mean), middle, x(cohort.Upper), middle, Colour.Ink, 2);
        scene.Line(x(cohort.Upper), middle - 5, x(cohort.Upper), middle + 5, Colour.Ink, 2);
        scene.Line(x(cohort.Lower), middle - 5, x(cohort.Lower), middle + 5, Colour.White, 2);
        // White under the figure keeps the line of everyone's mean out of it.
        var figure = Format.Pounds(cohort.Mean);
        scene.Rectangle(x(cohort.Upper) + 5, middle - 7, Font.Get(600).Measure(figure, 12) + 4, 14, Colour.White);
        scene.Text(x(cohort.Upper) + 7, middle + 4, figure, 12, 600);
    }

    private static string Alternative(List<RankedCohort> cohorts, double? mean) => "Ranked bars. " + string.Join("; ", cohorts.Select(cohort =>
        $"{cohort.Title} {Format.Pounds(cohort.Mean)}, 95% interval {Format.Pounds(cohort.Lower)} to {Format.Pounds(cohort.Upper)}"))
        + (mean is { } everyone ? $". Everyone {Format.Pounds(everyone)}." : ".");
}

/// <summary>A cohort that may be seen.</summary>
internal sealed record RankedCohort(int Row, string Title, double Mean, double Lower, double Upper)
{
    /// <summary>The visible cohorts of a scheme, costliest first.</summary>
    internal static IReadOnlyList<RankedCohort> Of(ResultTable cohorts, string scheme, string year) =>
        [.. cohorts.Where(("scheme", scheme), ("year", year))
            .Where(row => cohorts[row, "mean_cost"].Number is not null && cohorts[row, "mean_lower"].Number is not null)
            .Select(row => new RankedCohort(row, cohorts.Text(row, "title"), cohorts[row, "mean_cost"].Number!.Value, cohorts[row, "mean_lower"].Number!.Value, cohorts[row, "mean_upper"].Number!.Value))
            .OrderByDescending(cohort => cohort.Mean)];
}
