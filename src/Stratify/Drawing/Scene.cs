namespace Stratify.Drawing;

/// <summary>Which part of a text stands at its place.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>One thing drawn. Places are in pixels from the top left; later things lie over earlier ones.</summary>
public abstract record Shape;

public sealed record RectangleShape(double X, double Y, double Width, double Height, string? Fill, string? Stroke = null, double StrokeWidth = 1) : Shape;

public sealed record LineShape(double X1, double Y1, double X2, double Y2, string Stroke, double StrokeWidth = 1, double[]? Dashes = null) : Shape;

public sealed record CircleShape(double X, double Y, double Radius, string? Fill, string? Stroke = null, double StrokeWidth = 1) : Shape;

/// <summary>Straight lines through points; closed when it is filled.</summary>
public sealed record PolygonShape(IReadOnlyList<(double X, double Y)> Points, string? Fill, string? Stroke = null, double StrokeWidth = 1) : Shape;

/// <summary>A line of text on a baseline.</summary>
public sealed record TextShape(double X, double Y, string Text, double Size, int Weight, string Colour, Anchor Anchor) : Shape
{
    public double Width => Font.Get(Weight).Measure(Text, Size);

    public double Left => X - (Anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 } * Width);
}

/// <summary>A picture as a list of shapes, drawn alike by every back end.</summary>
/// <param name="title">Names the picture for those who cannot see it.</param>
/// <param name="alternative">Says what the picture shows.</param>
public sealed class Scene(double width, double height, string title, string alternative)
{
    private readonly List<Shape> _shapes = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    public string Title { get; } = title;

    public string Alternative { get; } = alternative;

    public IReadOnlyList<Shape> Shapes => _shapes;

    public void Add(Shape shape) => _shapes.Add(shape);

    public void Rectangle(double x, double y, double width, double height, string fill) => Add(new RectangleShape(x, y, Math.Max(0, width), Math.Max(0, height), fill));

    public void Line(double x1, double y1, double x2, double y2, string stroke, double strokeWidth = 1) => Add(new LineShape(x1, y1, x2, y2, stroke, strokeWidth));

    public void Text(double x, double y, string text, double size = 13, int weight = 400, string colour = Colour.Ink, Anchor anchor = Anchor.Start) =>
        Add(new TextShape(x, y, text, size, weight, colour, anchor));

    /// <summary>Draws another picture into this one, its top left at a place.</summary>
    public void Place(Scene other, double x, double y)
    {
        foreach (var shape in other._shapes) { Add(Moved(shape, x, y)); }
    }

    /// <summary>The picture by itself: its title and what it measures above, its source below.</summary>
    public Scene Framed(string subtitle, string source)
    {
        const double margin = 24;
        var titles = TextLayout.Lines(Title, Width, 20, 700);
        var subtitles = TextLayout.Lines(subtitle, Width, 14, 400);
        var sources = TextLayout.Lines(source, Width, 12, 400);
        var top = margin + (titles.Count * 25) + (subtitles.Count * 19) + 14;
        var framed = new Scene(Width + (2 * margin), top + Height + 22 + (sources.Count * 16) + margin - 6, Title, Alternative);
        framed.Rectangle(0, 0, framed.Width, framed.Height, Colour.White);
        var y = margin + 18;
        foreach (var line in titles) { framed.Text(margin, y, line, 20, 700); y += 25; }
        foreach (var line in subtitles) { framed.Text(margin, y - 3, line, 14, 400, Colour.SecondInk); y += 19; }
        framed.Place(this, margin, top);
        y = top + Height + 24;
        foreach (var line in sources) { framed.Text(margin, y, line, 12, 400, Colour.SecondInk); y += 16; }
        return framed;
    }

    private static Shape Moved(Shape shape, double dx, double dy) => shape switch
    {
        RectangleShape it => it with { X = it.X + dx, Y = it.Y + dy },
        LineShape it => it with { X1 = it.X1 + dx, X2 = it.X2 + dx, Y1 = it.Y1 + dy, Y2 = it.Y2 + dy },
        CircleShape it => it with { X = it.X + dx, Y = it.Y + dy },
        PolygonShape it => it with { Points = [.. it.Points.Select(point => (point.X + dx, point.Y + dy))] },
        TextShape it => it with { X = it.X + dx, Y = it.Y + dy },
        _ => throw new ArgumentException($"A {shape.GetType().Name} cannot be moved."),
    };
}
