using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Stratify.Tests.Support;

/// <summary>Stands for another object of the file.</summary>
public sealed record PdfReference(int Number);

/// <summary>A name, without its slash.</summary>
public sealed record PdfName(string Name);

/// <summary>A PDF file read through its own cross-reference table: a wrong offset is an error, never searched around.</summary>
public sealed class PdfFile
{
    private readonly byte[] _file;
    private readonly Dictionary<int, object?> _objects = [];
    private readonly Dictionary<int, byte[]> _streams = [];

    public PdfFile(byte[] file)
    {
        _file = file;
        var text = Encoding.Latin1.GetString(file);
        if (!text.StartsWith("%PDF-1.7\n", StringComparison.Ordinal) || !text.EndsWith("%%EOF\n", StringComparison.Ordinal)) { throw new InvalidDataException("no whole PDF 1.7"); }
        var start = int.Parse(text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture);
        var lines = text[start..].Split('\n');
        if (lines[0] != "xref") { throw new InvalidDataException("startxref does not lead to xref"); }
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < count; number++)
        {
            var entry = lines[2 + number];
            if (entry.Length != 19 || entry[^2] != 'n') { throw new InvalidDataException($"entry {number} is not 20 bytes"); }
            Read(number, int.Parse(entry[..10], CultureInfo.InvariantCulture), text);
        }
        var trailer = new PdfSyntax(text, text.IndexOf("trailer", start, StringComparison.Ordinal) + 7);
        Trailer = (Dictionary<string, object?>)trailer.Value()!;
        if (Whole(Trailer["Size"]) != count) { throw new InvalidDataException("trailer's size"); }
    }

    public Dictionary<string, object?> Trailer { get; }

    public IEnumerable<Dictionary<string, object?>> Dictionaries => _objects.OrderBy(it => it.Key).Select(it => it.Value).OfType<Dictionary<string, object?>>();

    /// <summary>What a value is, references followed.</summary>
    public object? Follow(object? value) => value is PdfReference reference ? _objects[reference.Number] : value;

    public Dictionary<string, object?> Dictionary(object? value) => Follow(value) as Dictionary<string, object?> ?? [];

    public List<object?> Array(object? value) => Follow(value) as List<object?> ?? [];

    /// <summary>The bytes of a stream, inflated.</summary>
    public byte[] Stream(object? reference) => _streams[((PdfReference)reference!).Number];

    public static int Whole(object? number) => (int)(double)number!;

    private void Read(int number, int offset, string text)
    {
        var head = $"{number} 0 obj\n";
        if (text.IndexOf(head, offset, head.Length, StringComparison.Ordinal) != offset) { throw new InvalidDataException($"object {number} is not where the table says"); }
        var syntax = new PdfSyntax(text, offset + head.Length);
        _objects[number] = syntax.Value();
        syntax.Space();
        if (_objects[number] is not Dictionary<string, object?> entries || text.IndexOf("stream\n", syntax.At, 7, StringComparison.Ordinal) != syntax.At) { return; }
        var from = syntax.At + 7;
        var length = Whole(entries["Length"]);
        if (text.IndexOf("\nendstream", from + length, 10, StringComparison.Ordinal) != from + length) { throw new InvalidDataException($"length of stream {number}"); }
        _streams[number] = entries.ContainsKey("Filter") ? Inflate(_file[from..(from + length)]) : _file[from..(from + length)];
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>Reads the values of PDF: numbers as double, strings as text, names, arrays, dictionaries and references; operators as <see cref="string"/> with a leading backtick.</summary>
public sealed class PdfSyntax(string text, int at)
{
    public int At { get; private set; } = at;

    public bool Done
    {
        get
        {
            Space();
            return At >= text.Length;
        }
    }

    public void Space()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At])) { At++; }
    }

    public object? Value()
    {
        Space();
        switch (text[At])
        {
            case '/': return new PdfName(Word(1));
            case '[': return Items("]");
            case '(': return Literal();
            case '<' when text[At + 1] == '<': return Entries();
            case '<': return Hexadecimal();
            default: return NumberOrWord();
        }
    }

    private object? NumberOrWord()
    {
        var word = Word(0);
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) { return word switch { "true" => true, "false" => false, "null" => null, _ => $"`{word}" }; }
        var before = At;
        if (text.AsSpan(At).StartsWith(" 0 R")) { At += 4; return new PdfReference((int)number); }
        At = before;
        return number;
    }

    private string Word(int skip)
    {
        var from = At += skip;
        while (At < text.Length && !char.IsWhiteSpace(text[At]) && !"/[]<>()".Contains(text[At], StringComparison.Ordinal)) { At++; }
        return At > from ? text[from..At] : throw new InvalidDataException($"nothing can be read at {from}");
    }

    private List<object?> Items(string end)
    {
        At += end.Length;
        var items = new List<object?>();
        for (Space(); !text.AsSpan(At).StartsWith(end); Space()) { items.Add(Value()); }
        At += end.Length;
        return items;
    }

    private Dictionary<string, object?> Entries() => Items(">>").Chunk(2).ToDictionary(pair => ((PdfName)pair[0]!).Name, pair => pair[1]);

    private string Literal()
    {
        var end = text.IndexOf(')', At);
        var literal = text[(At + 1)..end];
        At = end + 1;
        return literal;
    }

    private string Hexadecimal()
    {
        var end = text.IndexOf('>', At);
        var bytes = Convert.FromHexString(text[(At + 1)..end]);
        At = end + 1;
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2) : Encoding.Latin1.GetString(bytes);
    }
}
