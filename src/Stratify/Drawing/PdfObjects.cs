using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Stratify.Drawing;

/// <summary>The numbered objects of a PDF file, and the file written from them.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]> _objects = [[]];

    internal int Reserve()
    {
        _objects.Add([]);
        return _objects.Count - 1;
    }

    internal int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    internal void Set(int number, string body) => _objects[number] = Encoding.Latin1.GetBytes(body);

    internal int AddStream(string entries, byte[] data, bool compress = true)
    {
        var number = Reserve();
        var body = compress ? Deflate(data) : data;
        _objects[number] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}{(compress ? "/Filter/FlateDecode" : "")}/Length {body.Length}>>\nstream\n")),
            .. body,
            .. "\nendstream"u8,
        ];
        return number;
    }

    /// <summary>The whole file. Its id is a hash of its content, so the same content gives the same bytes.</summary>
    internal byte[] Write(int catalog, int info)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new long[_objects.Count];
        for (var i = 1; i < _objects.Count; i++)
        {
            offsets[i] = file.Length;
            file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{i} 0 obj\n")));
            file.Write(_objects[i]);
            file.Write("\nendobj\n"u8);
        }
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        var start = file.Length;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_objects.Count}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Skip(1)) { table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"); }
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_objects.Count}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(table.ToString()));
        return file.ToArray();
    }

    /// <summary>A text string: UTF-16 with its mark, in hexadecimal.</summary>
    internal static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    internal static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) is "-0" ? "0" : value.ToString("0.###", CultureInfo.InvariantCulture);

    private static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) { deflate.Write(data); }
        return packed.ToArray();
    }
}
