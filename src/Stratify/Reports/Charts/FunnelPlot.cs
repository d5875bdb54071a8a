using System.Globalization;
using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>Places by how much is expected of them and by their ratio, between the limits of chance and of what all places differ by.</summary>
internal static class FunnelPlot
{
    private const double Width = 600, Height = 350, Left = 46, Right = 52, Top = 26, Bottom = 66;
    private const int Steps = 160, MostNames = 12;

    /// <param name="measure">What is expected, inside a sentence.</param>
    internal static Scene Draw(IReadOnlyList<ComparedPlace> places, string measure, bool isMoney, string title)
    {
        var scene = new Scene(Width, Height, title, Alternative(places));
        var most = Scale.Top(places.Max(place => place.Expected), 4);
        // High enough for the inner limit at the right end, unless there are so few that it is far off.
        var limit = Math.Min(4, PeerComparison.Limits(most / places[0].Lot, places[0].Between, isWide: false).Upper);
        var high = Scale.Top(Math.Max(Math.Max(1.5, limit), places.Max(place => place.Ratio) * 1.05), 4);
        var (x, y) = (Scale.Linear((0, most), (Left, Width - Right)), Scale.Linear((0, high), (Height - Bottom, Top)));
        foreach (var tick in Scale.Ticks(0, high, 4))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, tick.ToString("0.##", CultureInfo.InvariantCulture), 12, 400, Colour.SecondInk, Anchor.End);
        }
        foreach (var tick in Scale.Ticks(0, most, 4)) { scene.Text(x(tick), Height - Bottom + 17, isMoney ? Format.ShortPounds(tick) : Format.Whole(tick), 12, 400, Colour.SecondInk, Anchor.Middle); }
        scene.Text(0, 12, "Observed over expected", 12, 400, Colour.SecondInk);
        scene.Text(Left, Height - 26, $"Expected {measure}, from the age and sex of their people: larger places stand further right.", 12, 400, Colour.SecondInk);
        scene.Text(Left, Height - 8, "Filled and named: beyond the 99.8% limits. Ring and named: beyond the 95% limits.", 12, 400, Colour.SecondInk);
        scene.Line(Left, y(1), Width - Right, y(1), Colour.Ink, 1.5);
        Limits(scene, places[0], (most, high), (x, y));
        foreach (var place in places) { scene.Add(Point(place, x(place.Expected), y(place.Ratio))); }
        foreach (var place in places.Where(place => place.IsOutside).OrderByDescending(place => Math.Abs(place.Z)).Take(MostNames))
        {
            PointLabels.Put(scene, (x(place.Expected), y(place.Ratio)), place.Place, (Left, 14, Width - Right, Height - Bottom));
        }
        return scene;
    }

    /// <summary>Told apart by form as well as by colour.</summary>
    internal static CircleShape Point(ComparedPlace place, double x, double y) =>
        place.IsFarOutside ? new CircleShape(x, y, 5.5, Palette.Plum, Colour.White) : place.IsOutside ? new CircleShape(x, y, 5, Colour.White, Palette.Plum, 2) : new CircleShape(x, y, 4, Palette.Muted, Colour.White);

    private static void Limits(Scene scene, ComparedPlace any, (double Most, double High) ends, (Func<double, double> X, Func<double, double> Y) at)
    {
        var marks = new List<(double Y, string Text)>();
        foreach (var (isWide, text) in new[] { (false, "95%"), (true, "99.8%") })
        {
            foreach (var isUpper in new[] { true, false })
            {
                var curve = Enumerable.Range(1, Steps).Select(i => ends.Most * i / Steps)
                    .Select(expected => (Expected: expected, Limits: PeerComparison.Limits(expected / any.Lot, any.Between, isWide)))
                    .Select(point => (point.Expected, Limit: isUpper ? point.Limits.Upper : point.Limits.Lower))
                    .Where(point => point.Limit <= ends.High).Select(point => (at.X(point.Expected), at.Y(point.Limit))).ToList();
                if (curve.Count < 2) { continue; }
                scene.Add(new PolygonShape(curve, null, isWide ? Palette.Navy : Palette.Turquoise, isWide ? 2 : 1.5));
                marks.Add((curve[^1].Item2, text));
            }
        }
        var places = Labels.Spread([.. marks.Select(mark => mark.Y)], 15, (Top, Height - Bottom));
        for (var i = 0; i < marks.Count; i++) { scene.Text(Width - Right + 6, places[i] + 4, marks[i].Text, 12, 600, Colour.SecondInk); }
    }

    private static string Alternative(IReadOnlyList<ComparedPlace> places) => $"Funnel plot of {places.Count} places. " + (places.Any(place => place.IsOutside)
        ? "Beyond the 95% limits: " + string.Join("; ", places.Where(place => place.IsOutside).OrderByDescending(place => Math.Abs(place.Z)).Take(MostNames).Select(place => $"{place.Place} {Format.Ratio(place.Ratio)}{(place.IsFarOutside ? ", beyond 99.8% too" : "")}")) + "."
        : "None lies beyond the 95% limits.");
}
