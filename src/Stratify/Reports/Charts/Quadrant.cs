using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>A place by what it spends and by what comes of it.</summary>
internal sealed record SpendAndOutcome(ComparedPlace Spend, ComparedPlace Outcome)
{
    internal string Place => Spend.Place;

    internal bool IsOutside => Spend.IsOutside || Outcome.IsOutside;

    /// <summary>How far it lies from what is expected of it, both ways together.</summary>
    internal double Distance => Math.Sqrt((Spend.Z * Spend.Z) + (Outcome.Z * Outcome.Z));

    /// <summary>Places of which both may be seen.</summary>
    internal static IReadOnlyList<SpendAndOutcome> Of(IReadOnlyList<ComparedPlace> spend, IReadOnlyList<ComparedPlace> outcome) =>
        [.. spend.Join(outcome, place => place.Place, place => place.Place, (one, other) => new SpendAndOutcome(one, other))];
}

/// <summary>Places by the ratio of cost across and of emergency admissions upwards, with 95% intervals both ways.</summary>
internal static class Quadrant
{
    private const double Width = 600, Height = 400, Left = 46, Right = 16, Top = 26, Bottom = 66;
    private const int MostNames = 12, MostCrosses = 30;

    internal static Scene Draw(IReadOnlyList<SpendAndOutcome> places, string title)
    {
        var scene = new Scene(Width, Height, title, Alternative(places));
        var (across, up) = (Domain(places.Select(place => place.Spend)), Domain(places.Select(place => place.Outcome)));
        var (x, y) = (Scale.Linear(across, (Left, Width - Right)), Scale.Linear(up, (Height - Bottom, Top)));
        foreach (var tick in Scale.Ticks(up.From, up.To, 5))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Text(tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        foreach (var tick in Scale.Ticks(across.From, across.To, 6)) { scene.Text(x(tick), Height - Bottom + 17, Text(tick), 12, 400, Colour.SecondInk, Anchor.Middle); }
        scene.Line(Left, y(1), Width - Right, y(1), Colour.Ink, 1.5);
        scene.Line(x(1), Top, x(1), Height - Bottom, Colour.Ink, 1.5);
        scene.Text(0, 12, "Emergency admissions, observed over expected", 12, 400, Colour.SecondInk);
        scene.Text(Left, Height - 26, $"Across: cost of all care, observed over expected. Lines: 95% intervals{(places.Count > MostCrosses ? " of those named" : "")}, cut at the edge.", 12, 400, Colour.SecondInk);
        scene.Text(Left, Height - 8, "Named: beyond the 95% limits of cost or of emergency admissions.", 12, 400, Colour.SecondInk);
        foreach (var place in places.Where(place => places.Count <= MostCrosses || place.IsOutside)) { Cross(scene, place, (across, up), (x, y)); }
        Corners(scene);
        foreach (var place in places) { scene.Add(FunnelPlot.Point(Math.Abs(place.Spend.Z) > Math.Abs(place.Outcome.Z) ? place.Spend : place.Outcome, x(place.Spend.Ratio), y(place.Outcome.Ratio))); }
        foreach (var place in places.Where(place => place.IsOutside).OrderByDescending(place => place.Distance).Take(MostNames))
        {
            PointLabels.Put(scene, (x(place.Spend.Ratio), y(place.Outcome.Ratio)), place.Place, (Left, 14, Width - Right, Height - Bottom));
        }
        return scene;
    }

    /// <summary>White under the words keeps intervals out of them.</summary>
    private static void Corners(Scene scene)
    {
        foreach (var isUpper in new[] { true, false })
        {
            foreach (var isRight in new[] { false, true })
            {
                var (text, baseline) = ($"Costs {(isRight ? "more" : "less")}, {(isUpper ? "more" : "fewer")} emergencies", isUpper ? Top + 14 : Height - Bottom - 6);
                var width = Font.Get(400).Measure(text, 12) + 4;
                scene.Rectangle(isRight ? Width - Right - 4 - width : Left + 4, baseline - 11, width, 14, Colour.White);
                scene.Text(isRight ? Width - Right - 6 : Left + 6, baseline, text, 12, 400, Colour.SecondInk, isRight ? Anchor.End : Anchor.Start);
            }
        }
    }

    private static void Cross(Scene scene, SpendAndOutcome place, ((double From, double To) Across, (double From, double To) Up) domain, (Func<double, double> X, Func<double, double> Y) at)
    {
        var (x, y) = (at.X(place.Spend.Ratio), at.Y(place.Outcome.Ratio));
        scene.Line(at.X(Math.Max(domain.Across.From, place.Spend.Lower)), y, at.X(Math.Min(domain.Across.To, place.Spend.Upper)), y, Colour.Axis);
        scene.Line(x, at.Y(Math.Max(domain.Up.From, place.Outcome.Lower)), x, at.Y(Math.Min(domain.Up.To, place.Outcome.Upper)), Colour.Axis);
    }

    /// <summary>From the points and not their intervals, of which those of small places are long; 1 stands in the middle half.</summary>
    private static (double From, double To) Domain(IEnumerable<ComparedPlace> places)
    {
        var furthest = places.Max(place => Math.Abs(place.Ratio - 1));
        var half = Math.Max(0.2, furthest * 1.25);
        return (Math.Max(0, 1 - half), 1 + half);
    }

    private static string Text(double tick) => tick.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Alternative(IReadOnlyList<SpendAndOutcome> places) => $"{places.Count} places by the ratio of cost and of emergency admissions to what is expected. " + (places.Any(place => place.IsOutside)
        ? "Beyond the 95% limits of one or the other: " + string.Join("; ", places.Where(place => place.IsOutside).OrderByDescending(place => place.Distance).Take(MostNames).Select(place => $"{place.Place}, cost {Format.Ratio(place.Spend.Ratio)}, emergency admissions {Format.Ratio(place.Outcome.Ratio)}")) + "."
        : "None lies beyond the 95% limits of either.");
}
