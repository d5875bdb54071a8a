using System.Globalization;
using static Stratify.Drawing.PdfObjects;

namespace Stratify.Drawing;

/// <summary>The operators that draw a shape on a PDF page, whose y runs upwards.</summary>
internal static class PdfShapes
{
    /// <param name="origin">Where the scene's top left corner is, in the page's own coordinates.</param>
    internal static string Operators(Shape shape, (double X, double Y) origin, double scale)
    {
        string At(double x, double y) => $"{Number(origin.X + (x * scale))} {Number(origin.Y - (y * scale))}";
        return shape switch
        {
            RectangleShape it => $"{Pens(it.Fill, it.Stroke, it.StrokeWidth * scale)}{At(it.X, it.Y + it.Height)} {Number(it.Width * scale)} {Number(it.Height * scale)} re {Ends(it.Fill, it.Stroke)}\n",
            LineShape it => $"{Pens(null, it.Stroke, it.StrokeWidth * scale)}[{(it.Dashes is null ? "" : string.Join(' ', it.Dashes.Select(dash => Number(dash * scale))))}] 0 d {At(it.X1, it.Y1)} m {At(it.X2, it.Y2)} l S [] 0 d\n",
            PolygonShape it => $"{Pens(it.Fill, it.Stroke, it.StrokeWidth * scale)}{string.Join(' ', it.Points.Select((point, i) => $"{At(point.X, point.Y)} {(i == 0 ? "m" : "l")}"))} {(it.Fill is null ? "" : "h ")}{Ends(it.Fill, it.Stroke)}\n",
            CircleShape it => $"{Pens(it.Fill, it.Stroke, it.StrokeWidth * scale)}{Circle(it, At)} {Ends(it.Fill, it.Stroke)}\n",
            _ => throw new ArgumentException($"A {shape.GetType().Name} has no PDF."),
        };
    }

    internal static string Paint(string colour, string operation)
    {
        var (red, green, blue) = Colour.Parse(colour);
        return string.Create(CultureInfo.InvariantCulture, $"{Number(red / 255.0)} {Number(green / 255.0)} {Number(blue / 255.0)} {operation}");
    }

    private static string Pens(string? fill, string? stroke, double width) =>
        (fill is null ? "" : $"{Paint(fill, "rg")} ") + (stroke is null ? "" : $"{Paint(stroke, "RG")} {Number(width)} w ");

    private static string Ends(string? fill, string? stroke) => (fill, stroke) switch { (null, _) => "S", (_, null) => "f", _ => "B" };

    /// <summary>Four cubic curves; 0.5523 of the radius is how far their handles reach.</summary>
    private static string Circle(CircleShape it, Func<double, double, string> at)
    {
        double r = it.Radius, h = r * 0.5522848;
        string P(double x, double y) => at(it.X + x, it.Y + y);
        return $"{P(r, 0)} m {P(r, h)} {P(h, r)} {P(0, r)} c {P(-h, r)} {P(-r, h)} {P(-r, 0)} c {P(-r, -h)} {P(-h, -r)} {P(0, -r)} c {P(h, -r)} {P(r, -h)} {P(r, 0)} c h";
    }
}
