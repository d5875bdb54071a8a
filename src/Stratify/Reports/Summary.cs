using Stratify.Drawing;
using Stratify.Reports.Charts;
using Stratify.Reports.Pages;
using Stratify.Results;

namespace Stratify.Reports;

/// <summary>The report in one picture, in the shape of a slide: what was found, three figures, and the costliest cohorts.</summary>
/// <param name="Figures">The cohorts that it shows.</param>
public sealed record Summary(Scene Scene, ResultTable Figures)
{
    public const string Id = "summary";

    private const double Width = 1040, Height = 585, Margin = 32, Left = 360;
    private const int Most = 8;

    internal static Summary Make(ResultSet results, RunFacts facts)
    {
        var cohorts = results["cohorts"];
        var scheme = cohorts.Where(("year", facts.Year), ("kind", "partition")).Select(row => cohorts.Text(row, "scheme")).FirstOrDefault("");
        var shown = RankedCohort.Of(cohorts, scheme, facts.Year).Take(Most).ToList();
        var mean = results["population"].Where(("year", facts.Year)).Select(row => results["population"][row, "mean_cost"].Number).FirstOrDefault();
        var headline = Headlines.Concentration(results["concentration"], facts.Year);
        var bars = RankedCohorts.Draw(shown, mean, Headlines.Cohorts(shown, cohorts, mean));
        var scene = new Scene(Width, Height, headline, $"{headline}. {bars.Alternative}");
        scene.Rectangle(0, 0, Width, Height, Colour.White);
        var keys = OverviewPage.Keys(results, facts);
        DrawLeft(scene, headline, keys, facts);
        DrawRight(scene, bars, $"Mean cost a person by cohort ({Scheme(cohorts, scheme)}), with 95% intervals");
        DrawFoot(scene, facts);
        return new Summary(scene, cohorts.Part(Id, bars.Title, shown.Select(cohort => cohort.Row), "year", "scheme", "title", "people", "mean_cost", "mean_lower", "mean_upper"));
    }

    private static string Scheme(ResultTable cohorts, string scheme) => cohorts.Where(("scheme", scheme)).Select(row => cohorts.Text(row, "scheme_title")).FirstOrDefault("none");

    private static void DrawLeft(Scene scene, string headline, IReadOnlyList<(string Figure, string Meaning)> keys, RunFacts facts)
    {
        var y = Margin + 28;
        foreach (var line in TextLayout.Lines(headline, Left - Margin, 28, 700)) { scene.Text(Margin, y, line, 28, 700, Palette.Navy); y += 33; }
        scene.Text(Margin, y - 4, $"{facts.Place}, {facts.Year}", 17, 400, Colour.SecondInk);
        y += 30;
        foreach (var (figure, meaning) in keys)
        {
            scene.Rectangle(Margin, y - 6, 4, 84, Palette.Navy);
            scene.Text(Margin + 14, y + 26, figure, 34, 700, Palette.Navy);
            var below = y + 48;
            foreach (var line in TextLayout.Lines(meaning, Left - Margin - 14, 15, 400).Take(2)) { scene.Text(Margin + 14, below, line, 15); below += 18; }
            y += 104;
        }
    }

    private static void DrawRight(Scene scene, Scene bars, string measures)
    {
        var x = Width - Margin - bars.Width;
        var y = Margin + 18;
        foreach (var line in TextLayout.Lines(bars.Title, bars.Width, 18, 700)) { scene.Text(x, y, line, 18, 700); y += 23; }
        foreach (var line in TextLayout.Lines(measures, bars.Width, 14, 400)) { scene.Text(x, y - 2, line, 14, 400, Colour.SecondInk); y += 18; }
        scene.Place(bars, x, y + 12);
    }

    private static void DrawFoot(Scene scene, RunFacts facts)
    {
        var y = Height - Margin - 16;
        foreach (var line in TextLayout.Lines($"A high cost is a reason to look and not a saving. Cost is the value of care that was sent to be linked. {facts.Source}", Width - (2 * Margin), 13, 400)) { scene.Text(Margin, y, line, 13, 400, Colour.SecondInk); y += 17; }
    }
}
