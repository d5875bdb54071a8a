using System.Collections.Concurrent;
using static Stratify.Drawing.FontTables;

namespace Stratify.Drawing;

/// <summary>One font file: which characters it has, how wide they are and how they look.</summary>
internal sealed class FontFace
{
    private static readonly string[] Embedded = ["OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"];

    private readonly FontTables _tables;
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly ConcurrentDictionary<int, IReadOnlyList<IReadOnlyList<(double X, double Y)>>> _contours = new();
    private readonly int[] _advances;
    private readonly int[] _offsets;
    private readonly Kerning? _kerning;

    internal FontFace(byte[] woff, string name)
    {
        Name = name;
        _tables = new FontTables(woff);
        byte[] head = _tables["head"], hhea = _tables["hhea"];
        UnitsPerEm = U16(head, 18);
        Box = [S16(head, 36), S16(head, 38), S16(head, 40), S16(head, 42)];
        Ascent = S16(hhea, 4);
        Descent = S16(hhea, 6);
        CapHeight = _tables["OS/2"].Length >= 90 ? S16(_tables["OS/2"], 88) : Ascent;
        var glyphs = U16(_tables["maxp"], 4);
        var metrics = U16(hhea, 34);
        _advances = [.. Enumerable.Range(0, glyphs).Select(glyph => U16(_tables["hmtx"], 4 * Math.Min(glyph, metrics - 1)))];
        _offsets = [.. Enumerable.Range(0, glyphs + 1).Select(glyph => IsLong ? U32(_tables["loca"], 4 * glyph) : 2 * U16(_tables["loca"], 2 * glyph))];
        Outlines = new GlyphOutlines(_tables["glyf"], _offsets);
        ReadCharacters(_tables["cmap"]);
        _kerning = _tables.Has("GPOS") ? new Kerning(_tables["GPOS"]) : null;
    }

    /// <summary>PostScript name.</summary>
    internal string Name { get; }

    internal int UnitsPerEm { get; }

    internal int[] Box { get; }

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal GlyphOutlines Outlines { get; }

    /// <summary>A glyph's closed contours of straight lines, in ems with y downwards. A page has few letters many times, so each is kept.</summary>
    internal IReadOnlyList<IReadOnlyList<(double X, double Y)>> Contours(int glyph) => _contours.GetOrAdd(glyph, static (glyph, face) => Drawing.Contours.Glyph(face, glyph), this);

    private bool IsLong => U16(_tables["head"], 50) == 1;

    internal bool Has(int character) => _glyphs.ContainsKey(character);

    /// <summary>0, the box for what is missing, when the font lacks the character.</summary>
    internal int Glyph(int character) => _glyphs.GetValueOrDefault(character);

    internal int Advance(int glyph) => _advances[glyph];

    internal int Kern(int left, int right) => _kerning?.Between(left, right) ?? 0;

    /// <summary>The font with the outlines of some glyphs only; glyphs keep their numbers, so text needs no translation.</summary>
    internal byte[] Subset(IEnumerable<int> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        var waiting = new Queue<int>(glyphs);
        while (waiting.TryDequeue(out var glyph))
        {
            if (!kept.Add(glyph)) { continue; }
            foreach (var part in Outlines.Parts(glyph)) { waiting.Enqueue(part); }
        }
        var glyf = new MemoryStream();
        var loca = new byte[_offsets.Length * 4];
        for (var glyph = 0; glyph < _offsets.Length; glyph++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * glyph), (int)glyf.Length);
            if (glyph + 1 < _offsets.Length && kept.Contains(glyph)) { glyf.Write(_tables["glyf"].AsSpan(_offsets[glyph].._offsets[glyph + 1])); }
        }
        var head = (byte[])_tables["head"].Clone();
        head[51] = 1;
        return _tables.Write(Embedded, new Dictionary<string, byte[]> { ["glyf"] = glyf.ToArray(), ["loca"] = loca, ["head"] = head });
    }

    /// <summary>Format 4: segments of characters, each with a shift or a list of glyphs.</summary>
    private void ReadCharacters(byte[] cmap)
    {
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var at = U32(cmap, 8 + (8 * i));
            if (U16(cmap, at) != 4) { continue; }
            var segments = U16(cmap, at + 6) / 2;
            int ends = at + 14, starts = ends + (2 * segments) + 2, shifts = starts + (2 * segments), lists = shifts + (2 * segments);
            for (var segment = 0; segment < segments; segment++)
            {
                for (var c = U16(cmap, starts + (2 * segment)); c <= U16(cmap, ends + (2 * segment)) && c < 0xFFFF; c++)
                {
                    var list = U16(cmap, lists + (2 * segment));
                    var raw = list == 0 ? c : U16(cmap, lists + (2 * segment) + list + (2 * (c - U16(cmap, starts + (2 * segment)))));
                    var glyph = list != 0 && raw == 0 ? 0 : (raw + S16(cmap, shifts + (2 * segment))) & 0xFFFF;
                    if (glyph != 0) { _glyphs.TryAdd(c, glyph); }
                }
            }
        }
    }
}
