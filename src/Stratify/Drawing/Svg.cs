using System.Globalization;
using System.Text;

namespace Stratify.Drawing;

/// <summary>Writes a picture as SVG: text stays text, title and alternative go with it.</summary>
public static class Svg
{
    /// <summary>For a page that carries the font itself.</summary>
    /// <param name="id">Begins the ids inside, so that several pictures can share a page.</param>
    public static string Inline(Scene scene, string id) => Write(scene, id, "", "");

    /// <summary>A file of its own, with the font inside.</summary>
    public static string File(Scene scene, string id) => Write(scene, id, " xmlns=\"http://www.w3.org/2000/svg\"", $"<style>{FontFaces(scene)}</style>\n") + "\n";

    /// <summary>Rules that carry the web font for a page or picture.</summary>
    /// <param name="weights">400, 600 or 700.</param>
    public static string FontFaces(IEnumerable<int> weights, bool extended) => string.Concat(weights.SelectMany(weight => (extended ? new[] { true, false } : [false]).Select(ext =>
        $"@font-face{{font-family:'Source Sans 3';font-weight:{weight};src:url(data:font/woff2;base64,{Convert.ToBase64String(Font.WebFont(weight, ext))}) format('woff2')"
        + (ext ? ";unicode-range:U+0100-02BA,U+1E00-1EFF" : "") + "}")));

    private static string FontFaces(Scene scene)
    {
        var texts = scene.Shapes.OfType<TextShape>().ToList();
        return FontFaces(texts.Select(text => text.Weight).Distinct().Order(), texts.Any(text => text.Text.Any(character => character is >= '\u0100' and < '\u2000')));
    }

    private static string Write(Scene scene, string id, string attributes, string style)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg{attributes} viewBox=\"0 0 {N(scene.Width)} {N(scene.Height)}\" width=\"{N(scene.Width)}\" height=\"{N(scene.Height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"'Source Sans 3',Arial,sans-serif\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-t\">{Escape(scene.Title)}</title><desc id=\"{id}-d\">{Escape(scene.Alternative)}</desc>\n").Append(style);
        foreach (var shape in scene.Shapes) { svg.Append(Element(shape)).Append('\n'); }
        return svg.Append("</svg>").ToString();
    }

    private static string Element(Shape shape) => shape switch
    {
        RectangleShape it => $"<rect x=\"{N(it.X)}\" y=\"{N(it.Y)}\" width=\"{N(it.Width)}\" height=\"{N(it.Height)}\"{Paint(it.Fill, it.Stroke, it.StrokeWidth)}/>",
        LineShape it => $"<line x1=\"{N(it.X1)}\" y1=\"{N(it.Y1)}\" x2=\"{N(it.X2)}\" y2=\"{N(it.Y2)}\" stroke=\"{it.Stroke}\" stroke-width=\"{N(it.StrokeWidth)}\"{(it.Dashes is null ? "" : $" stroke-dasharray=\"{string.Join(' ', it.Dashes.Select(N))}\"")}/>",
        CircleShape it => $"<circle cx=\"{N(it.X)}\" cy=\"{N(it.Y)}\" r=\"{N(it.Radius)}\"{Paint(it.Fill, it.Stroke, it.StrokeWidth)}/>",
        PolygonShape it => $"<poly{(it.Fill is null ? "line" : "gon")} points=\"{string.Join(' ', it.Points.Select(point => $"{N(point.X)},{N(point.Y)}"))}\"{Paint(it.Fill, it.Stroke, it.StrokeWidth)}/>",
        TextShape it => $"<text x=\"{N(it.X)}\" y=\"{N(it.Y)}\" font-size=\"{N(it.Size)}\"{(it.Weight == 400 ? "" : $" font-weight=\"{it.Weight}\"")} fill=\"{it.Colour}\"{(it.Anchor == Anchor.Start ? "" : $" text-anchor=\"{it.Anchor.ToString().ToLowerInvariant()}\"")}>{Escape(it.Text)}</text>",
        _ => throw new ArgumentException($"A {shape.GetType().Name} has no SVG."),
    };

    private static string Paint(string? fill, string? stroke, double width) => $" fill=\"{fill ?? "none"}\"{(stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"{N(width)}\"")}";

    /// <summary>Two decimals are a hundredth of a pixel; minus zero is zero.</summary>
    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) is "-0" ? "0" : value.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
