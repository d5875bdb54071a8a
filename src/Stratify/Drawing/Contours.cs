namespace Stratify.Drawing;

/// <summary>Turns shapes into closed contours of straight lines, for filling.</summary>
internal static class Contours
{
    internal static List<(double X, double Y)> Rectangle(double x, double y, double width, double height) => [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];

    internal static List<(double X, double Y)> Circle(double x, double y, double radius)
    {
        var corners = Math.Max(24, (int)(radius * 6));
        return [.. Enumerable.Range(0, corners).Select(i => 2 * Math.PI * i / corners).Select(angle => (x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle))))];
    }

    /// <summary>A line with a width: one rectangle for each stretch, and a round joint where two meet.</summary>
    internal static IEnumerable<List<(double X, double Y)>> Stroke(IReadOnlyList<(double X, double Y)> points, double width)
    {
        for (var i = 0; i + 1 < points.Count; i++)
        {
            var (a, b) = (points[i], points[i + 1]);
            double dx = b.X - a.X, dy = b.Y - a.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
            if (length == 0) { continue; }
            double nx = -dy / length * width / 2, ny = dx / length * width / 2;
            yield return [(a.X + nx, a.Y + ny), (b.X + nx, b.Y + ny), (b.X - nx, b.Y - ny), (a.X - nx, a.Y - ny)];
            if (i > 0 && width > 1.5) { yield return Circle(a.X, a.Y, width / 2); }
        }
    }

    /// <summary>The stretches of a line that are drawn when it is dashed.</summary>
    internal static IEnumerable<(double X, double Y)[]> Dashes((double X, double Y) from, (double X, double Y) to, double[] pattern)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt((dx * dx) + (dy * dy)), at = 0;
        for (var i = 0; at < length; i++)
        {
            var next = Math.Min(length, at + pattern[i % pattern.Length]);
            if (i % 2 == 0) { yield return [Point(at), Point(next)]; }
            at = next;
        }

        (double X, double Y) Point(double along) => (from.X + (dx * along / length), from.Y + (dy * along / length));
    }

    /// <summary>A glyph's contours in ems with y downwards, its curves cut into short lines.</summary>
    internal static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Glyph(FontFace face, int glyph)
    {
        var result = new List<List<(double X, double Y)>>();
        foreach (var contour in face.Outlines.Of(glyph).Where(contour => contour.Count > 1))
        {
            var points = WithImpliedPoints(contour);
            var start = points.FindIndex(point => point.On);
            var line = new List<(double X, double Y)>();
            for (var i = 0; i < points.Count; i++)
            {
                var point = points[(start + i) % points.Count];
                if (point.On) { line.Add((point.X / face.UnitsPerEm, -point.Y / face.UnitsPerEm)); }
                else { AddCurve(line, point, points[(start + i + 1) % points.Count], face.UnitsPerEm); }
            }
            result.Add(line);
        }
        return result;
    }

    /// <summary>Between two points off the curve lies one on it, half way.</summary>
    private static List<OutlinePoint> WithImpliedPoints(IReadOnlyList<OutlinePoint> contour)
    {
        var points = new List<OutlinePoint>();
        for (var i = 0; i < contour.Count; i++)
        {
            var (point, next) = (contour[i], contour[(i + 1) % contour.Count]);
            points.Add(point);
            if (!point.On && !next.On) { points.Add(new OutlinePoint((point.X + next.X) / 2, (point.Y + next.Y) / 2, true)); }
        }
        return points;
    }

    private static void AddCurve(List<(double X, double Y)> line, OutlinePoint control, OutlinePoint end, double unitsPerEm)
    {
        const int steps = 6;
        var from = line[^1];
        double cx = control.X / unitsPerEm, cy = -control.Y / unitsPerEm, ex = end.X / unitsPerEm, ey = -end.Y / unitsPerEm;
        for (var i = 1; i <= steps; i++)
        {
            double t = (double)i / steps, u = 1 - t;
            line.Add(((u * u * from.X) + (2 * u * t * cx) + (t * t * ex), (u * u * from.Y) + (2 * u * t * cy) + (t * t * ey)));
        }
    }
}
