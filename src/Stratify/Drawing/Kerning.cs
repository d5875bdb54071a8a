using System.Numerics;
using System.Text;
using static Stratify.Drawing.FontTables;

namespace Stratify.Drawing;

/// <summary>How much nearer or farther two glyphs stand than their widths say, from a font's GPOS table: pairs of glyphs, then pairs of classes.</summary>
internal sealed class Kerning
{
    private readonly Dictionary<(int, int), int> _pairs = [];
    private readonly List<ClassPairs> _classes = [];

    internal Kerning(byte[] gpos)
    {
        int features = U16(gpos, 6), lookups = U16(gpos, 8);
        var wanted = new SortedSet<int>();
        for (var i = 0; i < U16(gpos, features); i++)
        {
            if (Encoding.ASCII.GetString(gpos, features + 2 + (6 * i), 4) != "kern") { continue; }
            var feature = features + U16(gpos, features + 6 + (6 * i));
            for (var k = 0; k < U16(gpos, feature + 2); k++) { wanted.Add(U16(gpos, feature + 4 + (2 * k))); }
        }
        foreach (var lookup in wanted) { ReadLookup(gpos, lookups + U16(gpos, lookups + 2 + (2 * lookup))); }
    }

    /// <summary>In font units; negative for nearer.</summary>
    internal int Between(int left, int right)
    {
        if (_pairs.TryGetValue((left, right), out var value)) { return value; }
        foreach (var pairs in _classes)
        {
            if (pairs.Covered.Contains(left)) { return pairs.Values[pairs.Left.GetValueOrDefault(left), pairs.Right.GetValueOrDefault(right)]; }
        }
        return 0;
    }

    private void ReadLookup(byte[] gpos, int lookup)
    {
        for (var i = 0; i < U16(gpos, lookup + 4); i++)
        {
            var type = U16(gpos, lookup);
            var table = lookup + U16(gpos, lookup + 6 + (2 * i));
            if (type == 9)
            {
                // An extension: the real table stands farther away than 16 bits reach.
                type = U16(gpos, table + 2);
                table += U32(gpos, table + 4);
            }
            // Pair adjustment whose first glyph has a horizontal advance.
            if (type == 2 && (U16(gpos, table + 4) & 4) != 0) { ReadPairs(gpos, table); }
        }
    }

    private void ReadPairs(byte[] gpos, int table)
    {
        int first = U16(gpos, table + 4), record = 2 * (BitOperations.PopCount((uint)first) + BitOperations.PopCount((uint)U16(gpos, table + 6)));
        var advance = 2 * BitOperations.PopCount((uint)(first & 3));
        var covered = Coverage(gpos, table + U16(gpos, table + 2));
        if (U16(gpos, table) == 1)
        {
            for (var i = 0; i < U16(gpos, table + 8); i++)
            {
                var set = table + U16(gpos, table + 10 + (2 * i));
                for (var k = 0; k < U16(gpos, set); k++)
                {
                    var at = set + 2 + ((2 + record) * k);
                    _pairs.TryAdd((covered[i], U16(gpos, at)), S16(gpos, at + 2 + advance));
                }
            }
            return;
        }
        var values = new int[U16(gpos, table + 12), U16(gpos, table + 14)];
        for (var i = 0; i < values.GetLength(0); i++)
        {
            for (var k = 0; k < values.GetLength(1); k++) { values[i, k] = S16(gpos, table + 16 + (record * ((i * values.GetLength(1)) + k)) + advance); }
        }
        _classes.Add(new ClassPairs([.. covered], Classes(gpos, table + U16(gpos, table + 8)), Classes(gpos, table + U16(gpos, table + 10)), values));
    }

    private static List<int> Coverage(byte[] gpos, int at) => U16(gpos, at) == 1
        ? [.. Enumerable.Range(0, U16(gpos, at + 2)).Select(i => U16(gpos, at + 4 + (2 * i)))]
        : [.. Ranges(gpos, at).SelectMany(range => Enumerable.Range(range.From, range.To - range.From + 1))];

    private static Dictionary<int, int> Classes(byte[] gpos, int at) => U16(gpos, at) == 1
        ? Enumerable.Range(0, U16(gpos, at + 4)).ToDictionary(i => U16(gpos, at + 2) + i, i => U16(gpos, at + 6 + (2 * i)))
        : Ranges(gpos, at).SelectMany(range => Enumerable.Range(range.From, range.To - range.From + 1).Select(glyph => (glyph, range.Value))).ToDictionary(pair => pair.glyph, pair => pair.Value);

    private static IEnumerable<(int From, int To, int Value)> Ranges(byte[] gpos, int at) =>
        Enumerable.Range(0, U16(gpos, at + 2)).Select(i => at + 4 + (6 * i)).Select(range => (U16(gpos, range), U16(gpos, range + 2), U16(gpos, range + 4)));

    private sealed record ClassPairs(HashSet<int> Covered, Dictionary<int, int> Left, Dictionary<int, int> Right, int[,] Values);
}
