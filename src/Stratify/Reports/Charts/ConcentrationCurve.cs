using Stratify.Drawing;
using Stratify.Results;

namespace Stratify.Reports.Charts;

/// <summary>How much of all cost the costliest share of people accounts for.</summary>
internal static class ConcentrationCurve
{
    private const double Width = 600, Height = 280, Left = 52, Right = 20, Top = 14, Bottom = 46;

    private static readonly (double Share, string Colour)[] Marks = [(0.05, Palette.Plum), (0.20, Palette.Navy)];

    internal static Scene Draw(ResultTable concentration, string year, string title)
    {
        var points = Points(concentration, year);
        var scene = new Scene(Width, Height, title, Alternative(points));
        var x = Scale.Linear((0, 1), (Left, Width - Right));
        var y = Scale.Linear((0, 1), (Height - Bottom, Top));
        foreach (var tick in Scale.Ticks(0, 1, 5))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, Format.Percent(tick), 12, 400, Colour.SecondInk, Anchor.End);
            scene.Text(x(tick), Height - Bottom + 17, Format.Percent(tick), 12, 400, Colour.SecondInk, tick == 1 ? Anchor.End : Anchor.Middle);
        }
        scene.Text(Width / 2, Height - 5, "Share of people, costliest first", 12, 400, Colour.SecondInk, Anchor.Middle);
        scene.Add(new LineShape(x(0), y(0), x(1), y(1), Colour.Axis, 1.2, [5, 4]));
        scene.Text(x(0.70), y(0.62), "If everyone cost the same", 12, 400, Colour.SecondInk);
        if (points.Count == 0)
        {
            scene.Text(Width / 2, y(0.9), "Too few people to show a curve", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var curve = points.Select(point => (x(point.People), y(point.Cost))).Prepend((x(0), y(0))).ToList();
        scene.Add(new PolygonShape(curve, null, Palette.Navy, 3));
        Mark(scene, points.Where(point => Marks.Any(mark => Math.Abs(point.People - mark.Share) < 1e-9)).Select(point => (x(point.People), y(point.Cost), point)).ToList());
        return scene;
    }

    /// <summary>The points that may be seen, by their share of people.</summary>
    internal static List<(double People, double Cost)> Points(ResultTable table, string year) =>
        [.. table.Where(("year", year))
            .Select(row => (People: double.Parse(table.Text(row, "top_share"), System.Globalization.CultureInfo.InvariantCulture), Cost: table[row, "share_of_cost"].Number))
            .Where(point => point.Cost is not null)
            .Select(point => (point.People, point.Cost!.Value))
            .OrderBy(point => point.People)];

    /// <summary>A share of cost, when the curve has a point there.</summary>
    internal static double? At(ResultTable table, string year, double share) =>
        Points(table, year).Where(point => Math.Abs(point.People - share) < 1e-9).Select(point => (double?)point.Cost).FirstOrDefault();

    /// <summary>Below the curve and to the right of it there is room, as long as the labels keep off the axis and each other.</summary>
    private static void Mark(Scene scene, List<(double X, double Y, (double People, double Cost) Point)> marks)
    {
        var places = Labels.Spread([.. marks.Select(mark => mark.Y)], 44, (Top, Height - Bottom - 46));
        for (var i = 0; i < marks.Count; i++)
        {
            var (x, y, point) = marks[i];
            var colour = Marks.First(mark => Math.Abs(point.People - mark.Share) < 1e-9).Colour;
            scene.Add(new CircleShape(x, y, 5, colour, Colour.White, 1.5));
            scene.Text(x + 14, places[i] + 20, $"Costliest {Format.Percent(point.People)} of people:", 14, 700, colour);
            scene.Text(x + 14, places[i] + 38, $"{Format.Percent(point.Cost)} of all cost", 14, 400, colour);
        }
    }

    private static string Alternative(List<(double People, double Cost)> points) => points.Count == 0
        ? "Concentration curve without points: too few people."
        : "Concentration curve. " + string.Join("; ", points.Where(point => point.People is 0.01 or 0.05 or 0.1 or 0.2 or 0.5)
            .Select(point => $"the costliest {Format.Percent(point.People)} of people account for {Format.Percent(point.Cost)} of cost")) + ".";
}
