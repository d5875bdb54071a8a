using System.Collections.Concurrent;

namespace Stratify.Drawing;

/// <summary>
/// Source Sans 3 in one weight: Latin, with the extended Latin letters that Welsh and others need beside it.
/// Text is measured as every back end draws it, so what fits here fits everywhere.
/// </summary>
public sealed class Font
{
    private static readonly ConcurrentDictionary<int, Font> Known = new();

    private readonly FontFace[] _faces;
    private readonly ConcurrentDictionary<(char, char), PlacedGlyph> _pairs = new();

    private Font(int weight)
    {
        Weight = weight;
        var name = weight switch { 400 => "Regular", 600 => "SemiBold", _ => "Bold" };
        _faces = [new FontFace(Resource($"latin-{weight}-normal.woff"), $"SourceSans3-{name}"), new FontFace(Resource($"latin-ext-{weight}-normal.woff"), $"SourceSans3Ext-{name}")];
    }

    public int Weight { get; }

    /// <summary>400, 600 or 700.</summary>
    public static Font Get(int weight) => weight is 400 or 600 or 700 ? Known.GetOrAdd(weight, static weight => new Font(weight)) : throw new ArgumentException($"There is no weight {weight}.");

    public bool Has(char character) => _faces.Any(face => face.Has(character));

    /// <summary>Width of a line of text, in the unit of <paramref name="size"/>.</summary>
    public double Measure(string text, double size)
    {
        double sum = 0;
        for (var i = 0; i < text.Length; i++) { sum += At(text, i).Advance; }
        return sum * size;
    }

    /// <summary>The web font's bytes, to be carried by a page.</summary>
    public static byte[] WebFont(int weight, bool extended) => Resource($"latin-{(extended ? "ext-" : "")}{weight}-normal.woff2");

    internal IReadOnlyList<FontFace> Faces => _faces;

    /// <summary>Glyphs in order, with how far each moves the pen, in ems, its kerning to the next included.</summary>
    internal List<PlacedGlyph> Glyphs(string text)
    {
        var glyphs = new List<PlacedGlyph>(text.Length);
        for (var i = 0; i < text.Length; i++) { glyphs.Add(At(text, i)); }
        return glyphs;
    }

    /// <summary>Pairs of letters are few and each is met with often: as a report is laid out, its text is measured many times over.</summary>
    private PlacedGlyph At(string text, int i)
    {
        var pair = (text[i], i + 1 < text.Length ? text[i + 1] : '\0');
        return _pairs.TryGetValue(pair, out var known) ? known : _pairs.GetOrAdd(pair, Placed(pair.Item1, pair.Item2));
    }

    /// <param name="next">The character after it; none for the last.</param>
    private PlacedGlyph Placed(char character, char next)
    {
        var face = FaceOf(character);
        var glyph = face.Glyph(character);
        var kern = next != '\0' && FaceOf(next) == face ? face.Kern(glyph, face.Glyph(next)) : 0;
        return new PlacedGlyph(face, glyph, character, (double)(face.Advance(glyph) + kern) / face.UnitsPerEm, (double)kern / face.UnitsPerEm);
    }

    private FontFace FaceOf(char character) => Array.Find(_faces, face => face.Has(character)) ?? _faces[0];

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Font).Assembly.GetManifestResourceStream($"fonts/source-sans-3-{name}") ?? throw new ArgumentException($"The engine does not carry the font {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>A glyph of a line of text.</summary>
/// <param name="Advance">Ems to the next glyph's place.</param>
/// <param name="Kern">The part of it that is kerning.</param>
internal readonly record struct PlacedGlyph(FontFace Face, int Glyph, char Character, double Advance, double Kern);
