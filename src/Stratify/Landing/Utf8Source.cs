using System.Text;

namespace Stratify.Landing;

/// <summary>
/// The bytes of an extract as UTF-8, whatever it was written in. A byte that its encoding does not have comes out as 0xFF,
/// which no UTF-8 text holds: so a bad byte costs its row, in every encoding alike.
/// </summary>
public abstract class Utf8Source
{
    protected const byte Undecodable = 0xFF;

    private readonly Stream _stream;
    private byte[] _start;

    private protected Utf8Source(Stream stream, byte[] start)
    {
        _stream = stream;
        _start = start;
    }

    /// <summary>Fills the front of the span and answers how much; 0 at the end.</summary>
    public abstract int Read(Span<byte> into);

    /// <summary>Opens bytes in the encoding that the contract states. Null when they begin with the mark of another.</summary>
    public static Utf8Source? Open(Stream stream, string encoding)
    {
        var start = new byte[3];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var (marked, length) = Mark(start);
        if (marked is not null && marked.Split(' ')[0] != encoding) { return null; }
        var rest = start[length..];
        return encoding switch
        {
            "utf-8" => new PlainSource(stream, rest),
            "utf-16" => new TranscodedSource(stream, rest, marked == "utf-16 big" ? Encoding.BigEndianUnicode : Encoding.Unicode),
            "windows-1252" => new Windows1252Source(stream, rest),
            _ => throw new ArgumentException($"The encoding {encoding} is not read."),
        };
    }

    /// <summary>The bytes as they are written: those read for the mark first, then the stream's own.</summary>
    private protected int ReadRaw(Span<byte> into)
    {
        if (_start.Length == 0) { return _stream.Read(into); }
        var n = Math.Min(into.Length, _start.Length);
        _start.AsSpan(0, n).CopyTo(into);
        _start = _start[n..];
        return n;
    }

    private static (string? Encoding, int Length) Mark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFF, 0xFE, ..] => ("utf-16 little", 2),
        [0xFE, 0xFF, ..] => ("utf-16 big", 2),
        _ => (null, 0),
    };
}

/// <summary>UTF-8 as it stands; rows are checked one by one.</summary>
internal sealed class PlainSource(Stream stream, byte[] start) : Utf8Source(stream, start)
{
    public override int Read(Span<byte> into) => ReadRaw(into);
}
