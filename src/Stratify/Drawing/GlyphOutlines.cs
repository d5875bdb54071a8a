using static Stratify.Drawing.FontTables;

namespace Stratify.Drawing;

/// <summary>A point of an outline, in font units; points off the curve steer quadratic curves.</summary>
internal readonly record struct OutlinePoint(double X, double Y, bool On);

/// <summary>Outlines of glyphs from a font's glyf table: contours of points, composites put together.</summary>
internal sealed class GlyphOutlines(byte[] glyf, int[] offsets)
{
    private const int MaxNesting = 5;

    internal IReadOnlyList<IReadOnlyList<OutlinePoint>> Of(int glyph, int nesting = 0)
    {
        if (offsets[glyph] == offsets[glyph + 1] || nesting > MaxNesting) { return []; }
        var at = offsets[glyph];
        var contours = S16(glyf, at);
        return contours >= 0 ? Simple(at + 10, contours) : Composite(at + 10, nesting);
    }

    /// <summary>Glyphs that a composite is made of, so that a subset of the font keeps them.</summary>
    internal IEnumerable<int> Parts(int glyph)
    {
        if (offsets[glyph] == offsets[glyph + 1] || S16(glyf, offsets[glyph]) >= 0) { yield break; }
        foreach (var part in ReadParts(offsets[glyph] + 10)) { yield return part.Glyph; }
    }

    private List<OutlinePoint[]> Simple(int at, int contours)
    {
        var ends = Enumerable.Range(0, contours).Select(i => U16(glyf, at + (2 * i))).ToArray();
        at += 2 * contours;
        at += 2 + U16(glyf, at);
        var flags = new byte[contours == 0 ? 0 : ends[^1] + 1];
        for (var i = 0; i < flags.Length;)
        {
            var flag = glyf[at++];
            var repeats = (flag & 8) != 0 ? glyf[at++] : 0;
            for (var k = 0; k <= repeats; k++) { flags[i++] = flag; }
        }
        var xs = Coordinates(flags, ref at, (Short: 2, Same: 16));
        var ys = Coordinates(flags, ref at, (Short: 4, Same: 32));
        var first = 0;
        var result = new List<OutlinePoint[]>();
        foreach (var end in ends)
        {
            result.Add([.. Enumerable.Range(first, end - first + 1).Select(i => new OutlinePoint(xs[i], ys[i], (flags[i] & 1) != 0))]);
            first = end + 1;
        }
        return result;
    }

    /// <summary>Each coordinate is a difference from the one before: a byte with its sign in the flag, two bytes, or nothing.</summary>
    private int[] Coordinates(byte[] flags, ref int at, (int Short, int Same) bits)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & bits.Short) != 0) { value += (flags[i] & bits.Same) != 0 ? glyf[at++] : -glyf[at++]; }
            else if ((flags[i] & bits.Same) == 0)
            {
                value += S16(glyf, at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    private List<IReadOnlyList<OutlinePoint>> Composite(int at, int nesting) =>
        [.. ReadParts(at).SelectMany(part => Of(part.Glyph, nesting + 1).Select(contour => (IReadOnlyList<OutlinePoint>)[.. contour.Select(part.Move)]))];

    private IEnumerable<Part> ReadParts(int at)
    {
        while (true)
        {
            int flags = U16(glyf, at), glyph = U16(glyf, at + 2);
            var words = (flags & 1) != 0;
            // Signed bytes, of which the upper half is below nothing: an accent that is put to the left or lower.
            double dx = words ? S16(glyf, at + 4) : unchecked((sbyte)glyf[at + 4]), dy = words ? S16(glyf, at + 6) : unchecked((sbyte)glyf[at + 5]);
            at += words ? 8 : 6;
            var scales = (flags & 8) != 0 ? 1 : (flags & 64) != 0 ? 2 : (flags & 128) != 0 ? 4 : 0;
            var scale = Enumerable.Range(0, scales).Select(i => S16(glyf, at + (2 * i)) / 16384.0).ToArray();
            at += 2 * scales;
            yield return scales switch
            {
                1 => new Part(glyph, (scale[0], 0, 0, scale[0]), (dx, dy)),
                2 => new Part(glyph, (scale[0], 0, 0, scale[1]), (dx, dy)),
                4 => new Part(glyph, (scale[0], scale[1], scale[2], scale[3]), (dx, dy)),
                _ => new Part(glyph, (1, 0, 0, 1), (dx, dy)),
            };
            if ((flags & 32) == 0) { yield break; }
        }
    }

    private sealed record Part(int Glyph, (double A, double B, double C, double D) Scale, (double X, double Y) Offset)
    {
        internal OutlinePoint Move(OutlinePoint point) => new(
            (Scale.A * point.X) + (Scale.C * point.Y) + Offset.X, (Scale.B * point.X) + (Scale.D * point.Y) + Offset.Y, point.On);
    }
}
