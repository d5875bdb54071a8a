using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Stratify.Drawing;

/// <summary>The tables of one TrueType font, unpacked from a WOFF file. Numbers in them are big-endian.</summary>
internal sealed class FontTables
{
    private readonly SortedDictionary<string, byte[]> _tables = new(StringComparer.Ordinal);

    internal FontTables(byte[] woff)
    {
        var count = U16(woff, 12);
        for (var i = 0; i < count; i++)
        {
            var entry = 44 + (20 * i);
            int offset = U32(woff, entry + 4), packed = U32(woff, entry + 8), length = U32(woff, entry + 12);
            _tables[Encoding.ASCII.GetString(woff, entry, 4)] = packed == length ? woff[offset..(offset + length)] : Inflate(woff, (offset, packed, length));
        }
    }

    internal byte[] this[string tag] => _tables[tag];

    internal bool Has(string tag) => _tables.ContainsKey(tag);

    internal static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    internal static int S16(byte[] bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    internal static int U32(byte[] bytes, int at) => checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)));

    /// <summary>A TrueType file of some tables, with others put in the place of their own.</summary>
    internal byte[] Write(IReadOnlyList<string> wanted, IReadOnlyDictionary<string, byte[]> instead)
    {
        var tags = wanted.Where(Has).Order(StringComparer.Ordinal).ToList();
        var tables = tags.Select(tag => instead.GetValueOrDefault(tag, _tables[tag])).ToList();
        var power = 1;
        var log = 0;
        while (power * 2 <= tags.Count) { power *= 2; log++; }
        var file = new MemoryStream();
        Put32(file, 0x00010000);
        foreach (var number in new[] { tags.Count, power * 16, log, (tags.Count - power) * 16 }) { Put16(file, number); }
        var offset = 12 + (16 * tags.Count);
        for (var i = 0; i < tags.Count; i++)
        {
            file.Write(Encoding.ASCII.GetBytes(tags[i]));
            Put32(file, Sum(tables[i]));
            Put32(file, (uint)offset);
            Put32(file, (uint)tables[i].Length);
            offset += (tables[i].Length + 3) & ~3;
        }
        foreach (var table in tables)
        {
            file.Write(table);
            while (file.Length % 4 != 0) { file.WriteByte(0); }
        }
        return file.ToArray();
    }

    private static byte[] Inflate(byte[] woff, (int Offset, int Packed, int Length) part)
    {
        using var stream = new ZLibStream(new MemoryStream(woff, part.Offset, part.Packed), CompressionMode.Decompress);
        var bytes = new byte[part.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static uint Sum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i += 4)
        {
            uint word = 0;
            for (var k = 0; k < 4; k++) { word = (word << 8) | (i + k < table.Length ? table[i + k] : 0u); }
            sum = unchecked(sum + word);
        }
        return sum;
    }

    private static void Put16(Stream file, int value)
    {
        file.WriteByte((byte)((value >> 8) & 255));
        file.WriteByte((byte)(value & 255));
    }

    private static void Put32(Stream file, uint value)
    {
        Put16(file, (int)(value >> 16));
        Put16(file, (int)(value & 0xFFFF));
    }
}
