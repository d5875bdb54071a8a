using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>
/// A spoke for each condition and a line for each number of other conditions: the further out, the more a person costs. It is the picture by which
/// Symphony told its story; areas mislead in it, so nothing is filled, spokes stand in order of cost, and the table has the figures.
/// </summary>
internal static class Radar
{
    private const double Width = 600, CentreX = 300, CentreY = 232, Radius = 172, Names = 118, Height = 480, Apart = 12;
    internal const int Most = 12;

    /// <summary>From few others to many; told apart by their marks and by how heavy they are, too.</summary>
    private static readonly (string Colour, double Weight)[] Lines = [(Palette.Muted, 1.5), (Palette.Turquoise, 2), (Palette.Navy, 2.5), (Palette.Plum, 3)];

    /// <param name="spokes">Values by line, null where hidden; the first has the first spoke, upwards, and the others follow clockwise.</param>
    /// <param name="marks">A few letters for each line.</param>
    internal static Scene Draw(IReadOnlyList<RadarSpoke> spokes, IReadOnlyList<string> marks, string title)
    {
        var shown = spokes.Take(Most).ToList();
        var scene = new Scene(Width, Height, title, Alternative(shown, marks));
        var most = Scale.Top(shown.SelectMany(spoke => spoke.Values).Max() ?? 0, 4);
        if (shown.Count == 0)
        {
            scene.Text(CentreX, CentreY, "Too few people to show", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        Rings(scene, most, shown.Count);
        for (var line = 0; line < marks.Count; line++) { Line(scene, shown, line, most); }
        Ticks(scene, most);
        Marks(scene, shown, marks, most);
        for (var i = 0; i < shown.Count; i++) { Name(scene, shown[i].Name, Angle(i, shown.Count)); }
        scene.Text(0, Height - 22, "The further from the middle, the more a person costs. In boxes: how many other conditions people have.", 12, 400, Colour.SecondInk);
        scene.Text(0, Height - 6, "Where a line is broken, too few people have them together to be shown.", 12, 400, Colour.SecondInk);
        return scene;
    }

    private static double Angle(int spoke, int spokes) => 2 * Math.PI * spoke / spokes;

    private static (double X, double Y) At(double angle, double radius) => (CentreX + (radius * Math.Sin(angle)), CentreY - (radius * Math.Cos(angle)));

    private static double Out(double value, double most) => Math.Max(0, value) / most * Radius;

    private static void Rings(Scene scene, double most, int spokes)
    {
        foreach (var tick in Scale.Ticks(0, most, 4).Where(tick => tick > 0)) { scene.Add(new CircleShape(CentreX, CentreY, Out(tick, most), null, Colour.Grid)); }
        for (var i = 0; i < spokes; i++)
        {
            var (x, y) = At(Angle(i, spokes), Radius);
            scene.Line(CentreX, CentreY, x, y, Colour.Grid);
        }
    }

    /// <summary>Right of the first spoke, with white under them.</summary>
    private static void Ticks(Scene scene, double most)
    {
        foreach (var tick in Scale.Ticks(0, most, 4).Where(tick => tick > 0))
        {
            var (text, y) = (Format.ShortPounds(tick), CentreY - Out(tick, most));
            scene.Rectangle(CentreX + 3, y - 7, Font.Get(400).Measure(text, 12) + 4, 13, Colour.White);
            scene.Text(CentreX + 5, y + 4, text, 12, 400, Colour.SecondInk);
        }
    }

    /// <summary>From each spoke to the next where both may be seen; a point by itself is a dot.</summary>
    private static void Line(Scene scene, List<RadarSpoke> spokes, int line, double most)
    {
        var (colour, weight) = Lines[Math.Min(line, Lines.Length - 1)];
        for (var i = 0; i < spokes.Count; i++)
        {
            if (spokes[i].Values[line] is not { } value) { continue; }
            var (x, y) = At(Angle(i, spokes.Count), Out(value, most));
            var next = (i + 1) % spokes.Count;
            if (spokes.Count > 2 && spokes[next].Values[line] is { } following)
            {
                var (x2, y2) = At(Angle(next, spokes.Count), Out(following, most));
                scene.Line(x, y, x2, y2, colour, weight);
            }
            scene.Add(new CircleShape(x, y, weight + 1, colour));
        }
    }

    /// <summary>Left of the first spoke and joined to its points.</summary>
    private static void Marks(Scene scene, List<RadarSpoke> spokes, IReadOnlyList<string> marks, double most)
    {
        var seen = Enumerable.Range(0, marks.Count).Where(line => spokes[0].Values[line] is not null).ToList();
        var points = seen.ConvertAll(line => CentreY - Out(spokes[0].Values[line]!.Value, most));
        var places = Labels.Spread(points, 21, (CentreY - Radius, CentreY - 4));
        for (var i = 0; i < seen.Count; i++)
        {
            var (colour, width) = (Lines[Math.Min(seen[i], Lines.Length - 1)].Colour, Font.Get(700).Measure(marks[seen[i]], 12) + 10);
            scene.Line(CentreX, points[i], CentreX - Apart, places[i], colour, 1);
            scene.Add(new RectangleShape(CentreX - Apart - width, places[i] - 9, width, 18, Colour.White, colour, 1.5));
            scene.Text(CentreX - Apart - (width / 2), places[i] + 4, marks[seen[i]], 12, 700, Colour.Ink, Anchor.Middle);
        }
    }

    private static void Name(Scene scene, string name, double angle)
    {
        var (x, y) = At(angle, Radius + 12);
        var side = Math.Sin(angle);
        var anchor = side > 0.1 ? Anchor.Start : side < -0.1 ? Anchor.End : Anchor.Middle;
        var lines = RowNames.Lines(name, anchor == Anchor.Middle ? Names + 40 : Math.Min(Names + 40, Radius + Names - (Math.Abs(side) * (Radius + 12)) + 2), 12);
        // Above the circle a name ends at it, below it begins there, beside it stands in the middle.
        var first = y + 4 - (14 * (lines.Count - 1) * (1 + Math.Cos(angle)) / 2) - (4 * Math.Cos(angle)) + (4 * (1 - Math.Cos(angle)));
        for (var i = 0; i < lines.Count; i++) { scene.Text(x, first + (14 * i), lines[i], 12, 600, Colour.Ink, anchor); }
    }

    private static string Alternative(List<RadarSpoke> spokes, IReadOnlyList<string> marks) => spokes.Count == 0
        ? "Radar without a spoke: too few people."
        : "Radar of mean cost a person by condition and number of other conditions. " + string.Join("; ", spokes.Select(spoke => $"{spoke.Name}: {string.Join(", ", marks.Select((mark, i) => $"{mark} {(spoke.Values[i] is { } value ? Format.Pounds(value) : "hidden")}"))}")) + ".";
}

/// <summary>A spoke: its name, and its value in pounds on each line, null where there is none to see.</summary>
internal sealed record RadarSpoke(string Name, IReadOnlyList<double?> Values);
