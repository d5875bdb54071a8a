using Stratify.Drawing;

namespace Stratify.Reports.Charts;

/// <summary>Names beside points, each where there is room; a name for which there is none is left to the table.</summary>
internal static class PointLabels
{
    private const double Size = 12, Widest = 130, Gap = 7;

    /// <summary>Writes a name to the right of a point, or left, above or below.</summary>
    /// <param name="bounds">Within which it must stand.</param>
    internal static void Put(Scene scene, (double X, double Y) point, string name, (double Left, double Top, double Right, double Bottom) bounds)
    {
        var text = TextLayout.Shortened(name, Widest, Size, 600);
        TextShape[] places =
        [
            new(point.X + Gap, point.Y + 4, text, Size, 600, Colour.Ink, Anchor.Start), new(point.X - Gap, point.Y + 4, text, Size, 600, Colour.Ink, Anchor.End),
            new(point.X, point.Y - Gap - 2, text, Size, 600, Colour.Ink, Anchor.Middle), new(point.X, point.Y + Gap + 10, text, Size, 600, Colour.Ink, Anchor.Middle),
        ];
        if (Array.Find(places, place => Box(place) is var box && box.Left >= bounds.Left && box.Right <= bounds.Right && box.Top >= bounds.Top && box.Bottom <= bounds.Bottom && !scene.Shapes.Any(other => Box(other) is { } taken && Touches(box, taken))) is { } found)
        {
            // White keeps lines out of the name.
            var box = Box(found);
            scene.Rectangle(box.Left, box.Top + 2, box.Right - box.Left, box.Bottom - box.Top - 2, Colour.White);
            scene.Add(found);
        }
    }

    /// <summary>What a name must keep off: other names and points.</summary>
    private static (double Left, double Top, double Right, double Bottom)? Box(Shape shape) => shape switch
    {
        TextShape text => Box(text),
        CircleShape circle => (circle.X - circle.Radius, circle.Y - circle.Radius, circle.X + circle.Radius, circle.Y + circle.Radius),
        _ => null,
    };

    private static bool Touches((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static (double Left, double Top, double Right, double Bottom) Box(TextShape text) => (text.Left - 1, text.Y - text.Size, text.Left + text.Width + 1, text.Y + (text.Size * 0.25));
}
