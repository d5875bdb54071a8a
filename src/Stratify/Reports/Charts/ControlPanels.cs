using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Measures month by month, each in a small panel on its own scale between its limits of chance; months that are a sign of change stand out by their form.</summary>
internal static class ControlPanels
{
    private const double Width = 600, Key = 26, Each = 288, Between = 24, Down = 172, Top = 52, Bottom = 140, Right = 72;

    /// <summary>As many as a page holds.</summary>
    internal const int Most = 6;

    internal static Scene Draw(IReadOnlyList<ControlPanel> panels, string title)
    {
        var scene = new Scene(Width, Key + (Down * Math.Max(1, (panels.Count + 1) / 2)), title, Alternative(panels));
        var x = 4.0;
        foreach (var (kind, name) in new[] { (PointKind.Usual, "within chance"), (PointKind.Beyond, "beyond a limit"), (PointKind.Sign, "in a run or trend, or near a limit"), (PointKind.LeftOut, "left out") })
        {
            Point(scene, kind, x, 8);
            scene.Text(x + 10, 12, name, 12, 400, Colour.SecondInk);
            x += 10 + Font.Get(400).Measure(name, 12) + 22;
        }
        for (var i = 0; i < panels.Count; i++) { Draw(scene, panels[i], i % 2 * (Each + Between), Key + (i / 2 * Down)); }
        return scene;
    }

    private static void Draw(Scene scene, ControlPanel panel, double left, double top)
    {
        var names = RowNames.Lines(panel.Title, Each);
        for (var line = 0; line < names.Count; line++) { scene.Text(left, top + 12 + (14 * line), names[line], RowNames.Size, 600); }
        scene.Text(left, top + 12 + (14 * names.Count), panel.Unit, 12, 400, Colour.SecondInk);
        var points = panel.Points;
        var values = points.SelectMany(point => new[] { point.Value, point.Lower, point.Upper }).OfType<double>().ToList();
        if (values.Count == 0) { return; }
        var (least, most) = (values.Min(), values.Max());
        var y = Scale.Linear((least, most), (top + Bottom - 6, top + Top + 6));
        var step = (Each - Right) / points.Count;
        double X(int i) => left + (step * (i + 0.5));
        scene.Line(left, top + Bottom, left + Each - Right, top + Bottom, Colour.Axis);
        scene.Text(left, top + Bottom + 15, MonthlyTrend.Short(points[0].Month), 12, 400, Colour.SecondInk);
        scene.Text(left + Each - Right, top + Bottom + 15, MonthlyTrend.Short(points[^1].Month), 12, 400, Colour.SecondInk, Anchor.End);
        Limits(scene, points, X, y);
        Names(scene, points.Last(point => point.Centre is not null), left + Each, y, (top + Top, top + Bottom));
        for (var i = 0; i + 1 < points.Count; i++)
        {
            if (points[i] is { Value: { } one, Kind: not PointKind.LeftOut } && points[i + 1] is { Value: { } next, Kind: not PointKind.LeftOut }) { scene.Line(X(i), y(one), X(i + 1), y(next), Palette.Muted, 1.5); }
        }
        for (var i = 0; i < points.Count; i++) { if (points[i].Value is { } value) { Point(scene, points[i].Kind, X(i), y(value)); } }
    }

    /// <summary>The mean, and limits from month to month, for months are not of one size; over a month of which nothing can be seen they are not drawn.</summary>
    private static void Limits(Scene scene, IReadOnlyList<ControlPoint> points, Func<int, double> x, Func<double, double> y)
    {
        var known = Enumerable.Range(0, points.Count).Where(i => points[i].Centre is not null).ToList();
        scene.Line(x(known[0]), y(points[known[0]].Centre!.Value), x(known[^1]), y(points[known[0]].Centre!.Value), Colour.Ink, 1.5);
        foreach (var of in new Func<ControlPoint, double>[] { point => point.Lower!.Value, point => point.Upper!.Value })
        {
            foreach (var (i, next) in known.Zip(known.Skip(1)).Where(pair => pair.Second == pair.First + 1)) { scene.Add(new LineShape(x(i), y(of(points[i])), x(next), y(of(points[next])), Palette.Navy, 1.5, [5, 3])); }
        }
    }

    /// <summary>What the lines are, at the right of the last month that has them.</summary>
    private static void Names(Scene scene, ControlPoint last, double end, Func<double, double> y, (double Top, double Bottom) within)
    {
        double[] values = [last.Upper!.Value, last.Centre!.Value, last.Lower!.Value];
        var places = Labels.Spread([.. values.Select(y)], 15, (within.Top + 4, within.Bottom - 4));
        foreach (var (place, name) in places.Zip(new[] { "Upper", "Mean", "Lower" }.Zip(values, (name, value) => $"{name} {Number(value)}"))) { scene.Text(end, place + 4, name, 12, 600, Colour.SecondInk, Anchor.End); }
    }

    private static void Point(Scene scene, PointKind kind, double x, double y) => scene.Add(kind switch
    {
        PointKind.Beyond => new CircleShape(x, y, 5, Palette.Plum, Colour.White, 1),
        PointKind.Sign => new CircleShape(x, y, 4, Colour.White, Palette.Plum, 2),
        PointKind.LeftOut => new CircleShape(x, y, 3, Colour.White, Palette.Muted, 1.5),
        _ => new CircleShape(x, y, 3, Palette.Navy),
    });

    /// <summary>Short enough for the side of a panel.</summary>
    internal static string Number(double number) => number >= 10_000 ? Format.ShortWhole(number) : number.ToString(number >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    private static string Alternative(IReadOnlyList<ControlPanel> panels) => "Measures month by month, each with its mean and limits of chance. " + string.Join("; ", panels.Select(panel =>
        $"{panel.Title}, {panel.Unit}: {(panel.Points.LastOrDefault(point => point.Centre is not null)?.Centre is { } centre ? $"mean {Number(centre)}, " : "")}{Signs(panel)}")) + ".";

    private static string Signs(ControlPanel panel)
    {
        var signs = panel.Points.Where(point => point is { Kind: PointKind.Beyond or PointKind.Sign, Value: not null }).Select(point => $"{MonthlyTrend.Short(point.Month)} {Number(point.Value!.Value)}").ToList();
        return signs.Count == 0 ? "no sign of change" : $"signs of change in {string.Join(", ", signs)}";
    }
}

/// <summary>What a point is by the rules of control charts.</summary>
internal enum PointKind
{
    Usual,
    Beyond,
    Sign,
    LeftOut,
}

/// <summary>A measure with its months in order.</summary>
internal sealed record ControlPanel(string Title, string Unit, IReadOnlyList<ControlPoint> Points);

/// <summary>A month: its rate, null where there is none to see, with the mean and the limits for it.</summary>
internal sealed record ControlPoint(DateOnly Month, double? Value, double? Centre, double? Lower, double? Upper, PointKind Kind);
