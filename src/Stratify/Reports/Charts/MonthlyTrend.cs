using System.Globalization;
using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>One measure month by month, with its mean and the limits of chance; points outside are filled and named, months that are left out of the limits are hollow.</summary>
internal static class MonthlyTrend
{
    private const double Width = 600, Height = 190, Left = 58, Right = 62, Top = 26, Bottom = 44;

    /// <param name="measure">What a value is, above the axis (attendances a day), and how it is written.</param>
    internal static Scene Draw(IReadOnlyList<MonthPoint> points, (string Unit, Func<double, string> Text) measure, string title)
    {
        var scene = new Scene(Width, Height, title, Alternative(points, measure));
        scene.Text(0, 12, measure.Unit, 12, 400, Colour.SecondInk);
        if (points.All(point => point.Value is null))
        {
            scene.Text(Width / 2, Height / 2, "Too few people in every month to show", 14, 600, Colour.SecondInk, Anchor.Middle);
            return scene;
        }
        var top = Scale.Top(points.Max(point => Math.Max(point.Value ?? 0, point.Upper ?? 0)), 4);
        var y = Scale.Linear((0, top), (Height - Bottom, Top));
        var step = (Width - Right - Left) / points.Count;
        double X(int i) => Left + (step * (i + 0.5));
        foreach (var tick in Scale.Ticks(0, top, 4))
        {
            scene.Line(Left, y(tick), Width - Right, y(tick), tick == 0 ? Colour.Axis : Colour.Grid);
            scene.Text(Left - 6, y(tick) + 4, measure.Text(tick), 12, 400, Colour.SecondInk, Anchor.End);
        }
        Months(scene, points, X, step);
        Limits(scene, points, X, y);
        for (var i = 0; i < points.Count - 1; i++)
        {
            if (points[i] is { Value: { } one, IsLeftOut: false } && points[i + 1] is { Value: { } next, IsLeftOut: false }) { scene.Line(X(i), y(one), X(i + 1), y(next), Palette.Muted, 1.5); }
        }
        for (var i = 0; i < points.Count; i++) { Point(scene, points[i], X(i), y); }
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is { IsOutside: true, Value: { } value }) { PointLabels.Put(scene, (X(i), y(value)), $"{Short(points[i].Month)}: {measure.Text(value)}", (Left, Top - 10, Width - Right, Height - Bottom)); }
        }
        return scene;
    }

    /// <summary>As many names as there is room for, the year under each first one.</summary>
    private static void Months(Scene scene, IReadOnlyList<MonthPoint> points, Func<int, double> x, double step)
    {
        var every = Math.Max(1, (int)Math.Ceiling(30 / step));
        var year = 0;
        for (var i = 0; i < points.Count; i += every)
        {
            var month = points[i].Month;
            scene.Text(x(i), Height - Bottom + 17, month.ToString("MMM", CultureInfo.InvariantCulture), 12, 400, Colour.SecondInk, Anchor.Middle);
            if (month.Year != year) { scene.Text(x(i), Height - Bottom + 33, month.ToString("yyyy", CultureInfo.InvariantCulture), 12, 600, Colour.SecondInk, Anchor.Middle); }
            year = month.Year;
        }
    }

    /// <summary>The mean, and steps of the limits, for months are not of one length; named at the right.</summary>
    private static void Limits(Scene scene, IReadOnlyList<MonthPoint> points, Func<int, double> x, Func<double, double> y)
    {
        var known = Enumerable.Range(0, points.Count).Where(i => points[i] is { Centre: not null, Lower: not null, Upper: not null }).ToList();
        if (known.Count == 0) { return; }
        scene.Line(Left, y(points[known[0]].Centre!.Value), Width - Right, y(points[known[0]].Centre!.Value), Colour.Ink, 1.5);
        foreach (var of in new Func<MonthPoint, double>[] { point => point.Lower!.Value, point => point.Upper!.Value })
        {
            foreach (var (i, next) in known.Zip(known.Skip(1)).Where(pair => pair.Second == pair.First + 1)) { scene.Add(new LineShape(x(i), y(of(points[i])), x(next), y(of(points[next])), Palette.Navy, 1.5, [5, 3])); }
        }
        var last = points[known[^1]];
        var places = Labels.Spread([y(last.Upper!.Value), y(last.Centre!.Value), y(last.Lower!.Value)], 15, (Top, Height - Bottom));
        foreach (var (place, name) in places.Zip(["Upper limit", "Mean", "Lower limit"])) { scene.Text(Width, place + 4, name, 12, 600, Colour.SecondInk, Anchor.End); }
    }

    private static void Point(Scene scene, MonthPoint point, double x, Func<double, double> y)
    {
        if (point.Value is not { } value) { return; }
        scene.Add(point.IsOutside ? new CircleShape(x, y(value), 5.5, Palette.Plum, Colour.White, 1) : point.IsLeftOut ? new CircleShape(x, y(value), 4.5, Colour.White, Palette.Muted, 2) : new CircleShape(x, y(value), 4, Palette.Navy, Colour.White, 1));
    }

    internal static string Short(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private static string Alternative(IReadOnlyList<MonthPoint> points, (string Unit, Func<double, string> Text) measure) => $"{measure.Unit} by month. " + string.Join("; ", points.Select(point =>
        $"{Short(point.Month)} {(point.Value is { } value ? measure.Text(value) : "not shown")}{(point.IsOutside ? ", beyond the limits of chance" : "")}")) + ".";
}

/// <summary>A month: its value a day, null where there is none to see, and the limits for a month so long.</summary>
/// <param name="IsOutside">Whether it lies beyond them.</param>
/// <param name="IsLeftOut">Whether the limits were made without it.</param>
internal sealed record MonthPoint(DateOnly Month, double? Value, double? Centre, double? Lower, double? Upper, bool IsOutside, bool IsLeftOut);
