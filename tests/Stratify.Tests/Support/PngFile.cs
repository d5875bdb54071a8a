using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Stratify.Tests.Support;

/// <summary>A PNG file taken apart by the letter of its standard: 8-bit red, green and blue, filter 0, every chunk's check sum recomputed.</summary>
public sealed class PngFile
{
    private readonly byte[] _lines;

    public PngFile(byte[] file)
    {
        if (!file.AsSpan(0, 8).SequenceEqual<byte>([137, 80, 78, 71, 13, 10, 26, 10])) { throw new InvalidDataException("no PNG"); }
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var tag = Encoding.ASCII.GetString(file, at + 4, 4);
            if (Crc32(file.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length))) { throw new InvalidDataException($"check sum of {tag}"); }
            Chunks.Add((tag, file[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }
        var header = Chunks[0].Data;
        (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        if (!header.AsSpan(8).SequenceEqual<byte>([8, 2, 0, 0, 0])) { throw new InvalidDataException("not 8-bit RGB without interlace"); }
        using var inflate = new ZLibStream(new MemoryStream([.. Chunks.Where(chunk => chunk.Tag == "IDAT").SelectMany(chunk => chunk.Data)]), CompressionMode.Decompress);
        var lines = new MemoryStream();
        inflate.CopyTo(lines);
        _lines = lines.ToArray();
        if (_lines.Length != Height * ((3 * Width) + 1)) { throw new InvalidDataException("wrong length"); }
    }

    /// <summary>Every line's filter and bytes, unpacked: the picture, however it was packed.</summary>
    public IReadOnlyList<byte> Unpacked => _lines;

    public List<(string Tag, byte[] Data)> Chunks { get; } = [];

    public int Width { get; }

    public int Height { get; }

    /// <summary>Dots an inch, from the dots a metre of <c>pHYs</c>.</summary>
    public double Density => BinaryPrimitives.ReadInt32BigEndian(Chunks.Single(chunk => chunk.Tag == "pHYs").Data) * 0.0254;

    public (int Red, int Green, int Blue) this[int x, int y]
    {
        get
        {
            var line = y * ((3 * Width) + 1);
            if (_lines[line] != 0) { throw new InvalidDataException($"filter {_lines[line]}"); }
            var at = line + 1 + (3 * x);
            return (_lines[at], _lines[at + 1], _lines[at + 2]);
        }
    }

    /// <summary>How much ink is on the picture, in whole black pixels.</summary>
    public double Ink => Enumerable.Range(0, Height).Sum(y => Enumerable.Range(0, Width).Sum(x => 1 - (this[x, y].Green / 255.0)));

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++) { crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u); }
        }
        return ~crc;
    }
}
