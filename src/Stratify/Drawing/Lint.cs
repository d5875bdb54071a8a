using System.Globalization;

namespace Stratify.Drawing;

/// <summary>Looks for what makes a picture hard to read: text over text, text cut off, too small, without glyphs, or too pale.</summary>
public static class Lint
{
    public const double SmallestText = 12;
    public const double LeastContrast = 4.5;

    public static IReadOnlyList<string> Check(Scene scene)
    {
        var faults = new List<string>();
        var seen = new List<(TextShape Text, Box Box)>();
        for (var i = 0; i < scene.Shapes.Count; i++)
        {
            if (scene.Shapes[i] is not TextShape text) { continue; }
            var box = new Box(text.Left, text.Y - (text.Size * 0.72), text.Left + text.Width, text.Y + (text.Size * 0.18));
            if (box.Left < -0.5 || box.Top < -0.5 || box.Right > scene.Width + 0.5 || box.Bottom > scene.Height + 0.5) { faults.Add($"outside: '{text.Text}'"); }
            if (text.Size < SmallestText) { faults.Add($"small: '{text.Text}'"); }
            faults.AddRange(text.Text.Where(character => !Font.Get(text.Weight).Has(character)).Select(character => $"no glyph for U+{(int)character:X4} in '{text.Text}'"));
            faults.AddRange(seen.Where(other => other.Box.Overlaps(box)).Select(other => $"overlap: '{text.Text}' and '{other.Text.Text}'"));
            var contrast = Colour.Contrast(text.Colour, Beneath(scene, i, box));
            if (contrast < LeastContrast) { faults.Add(string.Create(CultureInfo.InvariantCulture, $"contrast {contrast:0.0}: '{text.Text}'")); }
            seen.Add((text, box));
        }
        return faults;
    }

    /// <summary>The last filled rectangle that lies wholly under a text; the page's white otherwise.</summary>
    private static string Beneath(Scene scene, int index, Box box) => scene.Shapes.Take(index).OfType<RectangleShape>()
        .Where(it => it.Fill is not null && it.X <= box.Left + 1 && it.X + it.Width >= box.Right - 1 && it.Y <= box.Top + 1 && it.Y + it.Height >= box.Bottom - 1)
        .LastOrDefault()?.Fill ?? Colour.White;

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        internal bool Overlaps(Box other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 1 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 1;
    }
}
