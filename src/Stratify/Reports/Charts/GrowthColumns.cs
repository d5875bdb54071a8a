using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>What is added to a cost year by year, stacked by what adds it: more above the line, less below it; the sum beside each column with its interval.</summary>
internal static class GrowthColumns
{
    private const double Width = 600, Height = 270, Left = 62, Right = 172, Top = 26, Bottom = 30;

    /// <summary>Dark, light and dark, as they touch.</summary>
    private static readonly (string Title, string Colour)[] Parts = [("Number of people", Palette.Navy), ("Ages and sexes", Palette.Turquoise), ("Stated change of need", Palette.Plum)];

    internal static Scene Draw(IReadOnlyList<GrowthYear> years, string axis, string title)
    {
        var scene = new Scene(Width, Height, title, Alternative(years, axis));
        scene.Text(0, 12, axis, 12, 400, Colour.SecondInk);
        var (low, high) = (years.Min(year => Math.Min(year.Lower, year.Parts.Where(part => part < 0).Sum())), years.Max(year => Math.Max(year.Upper, year.Parts.Where(part => part > 0).Sum())));
        // Both sides of nothing in steps of one size.
        var step = Scale.Ticks(Math.Min(0, low), Math.Max(0, high), 5) is [var one, var next, ..] ? next - one : 1;
        var (bottom, top) = (Math.Floor(Math.Min(0, low) / step) * step, Math.Max(1, Math.Ceiling(Math.Max(0, high) / step)) * step);
        var y = Scale.Linear((bottom, top), (Height - Bottom, Top));
        for (var tick = bottom; tick <= top + (step / 2); tick += step)
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), Math.Abs(tick) < step / 2 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Format.ShortPounds(Math.Abs(tick) < step / 2 ? 0 : tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        var width = (Width - Right - Left) / years.Count;
        for (var i = 0; i < years.Count; i++) { Column(scene, years[i], (Left + (width * (i + 0.12)), width), y); }
        var every = Math.Max(1, (int)Math.Ceiling(38 / width));
        for (var i = (years.Count - 1) % every; i < years.Count; i += every) { scene.Text(Left + (width * (i + 0.5)), Height - Bottom + 19, years[i].Name, 12, 600, Colour.Ink, Anchor.Middle); }
        Name(scene, years, y);
        return scene;
    }

    private static void Column(Scene scene, GrowthYear year, (double X, double Width) place, Func<double, double> y)
    {
        foreach (var ((from, to), i) in Stack(year).Select((part, i) => (part, i)).Where(part => part.part.From != part.part.To))
        {
            var (upper, lower) = (Math.Min(y(from), y(to)), Math.Max(y(from), y(to)));
            scene.Add(new RectangleShape(place.X, upper, place.Width * 0.6, lower - upper, Parts[i].Colour, Colour.White));
            var text = Format.ShortPounds(year.Parts[i]);
            if (lower - upper >= 18 && Font.Get(400).Measure(text, 12) < (place.Width * 0.6) - 4) { scene.Text(place.X + (place.Width * 0.3), ((upper + lower) / 2) + 4, text, 12, 400, Colour.On(Parts[i].Colour), Anchor.Middle); }
        }
        var beside = place.X + (place.Width * 0.72);
        scene.Line(beside, y(year.Lower), beside, y(year.Upper), Colour.Ink, 1.5);
        scene.Add(new CircleShape(beside, y(year.Change), 3.5, Colour.Ink, Colour.White, 1));
    }

    /// <summary>Where each part begins and ends: those that add from nothing up, those that take away from nothing down.</summary>
    private static IEnumerable<(double From, double To)> Stack(GrowthYear year)
    {
        var (more, less) = (0.0, 0.0);
        foreach (var part in year.Parts)
        {
            if (part < 0) { yield return (less, less + part); less += part; }
            else { yield return (more, more + part); more += part; }
        }
    }

    /// <summary>What the parts are, beside the last column.</summary>
    private static void Name(Scene scene, IReadOnlyList<GrowthYear> years, Func<double, double> y)
    {
        var middles = Stack(years[^1]).Select(part => (y(part.From) + y(part.To)) / 2).ToList();
        var shown = Enumerable.Range(0, Parts.Length).Where(i => years.Any(year => year.Parts[i] != 0)).ToList();
        var places = Labels.Spread([.. shown.Select(i => middles[i]), y(years[^1].Change)], 19, (Top + 8, Height - Bottom));
        for (var k = 0; k < shown.Count; k++)
        {
            scene.Add(new RectangleShape(Width - Right + 12, places[k] - 6, 12, 12, Parts[shown[k]].Colour));
            scene.Text(Width - Right + 29, places[k] + 4, Parts[shown[k]].Title, 12, 600);
        }
        scene.Line(Width - Right + 18, places[^1] - 7, Width - Right + 18, places[^1] + 7, Colour.Ink, 1.5);
        scene.Add(new CircleShape(Width - Right + 18, places[^1], 3.5, Colour.Ink, Colour.White, 1));
        scene.Text(Width - Right + 29, places[^1] + 4, "All, with 95% interval", 12, 600);
    }

    private static string Alternative(IReadOnlyList<GrowthYear> years, string axis) => $"{axis}. " + string.Join("; ", years.Select(year =>
        $"{year.Name}: {string.Join(", ", Parts.Select((part, i) => $"{part.Title.ToLowerInvariant()} {Format.ShortPounds(year.Parts[i])}"))}, all {Format.ShortPounds(year.Change)} ({Format.ShortPounds(year.Lower)} to {Format.ShortPounds(year.Upper)})")) + ".";
}

/// <summary>A projected year: pounds that number, ages and need add, in that order, and their sum with its interval.</summary>
internal sealed record GrowthYear(string Name, double[] Parts, double Change, double Lower, double Upper);
