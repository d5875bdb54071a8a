using System.Text.Unicode;

namespace Stratify.Landing;

/// <summary>
/// Rows of delimited text by RFC 4180, one after the other, as spans over one buffer. Whatever is wrong with a row's form is said
/// of that row and costs no other: a quote that is never closed is a fault of the line on which it opens.
/// </summary>
public sealed class RowReader
{
    /// <summary>A row beyond this is refused without being held.</summary>
    public const int MaxRow = 16 << 20;

    private readonly RowBuffer _buffer;
    private readonly RowSplitter _splitter;
    private byte[] _scratch = new byte[256];

    /// <param name="bufferSize">Bytes read at a time; grows for a row that is longer.</param>
    public RowReader(Utf8Source source, char delimiter, int bufferSize = 1 << 17)
    {
        _buffer = new RowBuffer(source, (byte)delimiter, bufferSize);
        _splitter = new RowSplitter(_buffer, (byte)delimiter);
    }

    /// <summary>The physical line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Fields of the row; nothing when it is at fault.</summary>
    public int Count => Fault is null ? _splitter.Count : 0;

    /// <summary>What is wrong with the row's form; null when nothing is.</summary>
    public RejectReason? Fault { get; private set; }

    /// <summary>The line on which a quote opens that this row never closes; 0 when it has none.</summary>
    public long UnclosedAt { get; private set; }

    /// <summary>The row as it was written, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.Bytes.AsSpan(_splitter.Start, _splitter.End - _splitter.Start);

    /// <summary>Fields of the header; a text of several lines is then told from rows within stray quotes.</summary>
    public int Columns { get => _splitter.Columns; set => _splitter.Columns = value; }

    /// <summary>Goes to the next row; false at the end, or where the rest is one row too long to hold.</summary>
    public bool Read()
    {
        Line = _splitter.NextLine;
        UnclosedAt = 0;
        while (true)
        {
            if (_splitter.Split())
            {
                Fault = _splitter.Fault ?? FaultOfBytes();
                return true;
            }
            if (_buffer.Remaining >= MaxRow) { return SkipLongRow(); }
            if (_buffer.Fill()) { continue; }
            if (_buffer.Remaining == 0) { return false; }
            UnclosedAt = _splitter.OpenQuoteLine;
            _splitter.TakeLine(Fault = RejectReasons.StrayQuote);
            return true;
        }
    }

    /// <summary>Goes past physical lines before the header, whatever they hold; false when the file ends before.</summary>
    public bool SkipLine()
    {
        while (!_splitter.TakeLine())
        {
            if (_buffer.Remaining >= MaxRow || !_buffer.Fill()) { return false; }
        }
        return true;
    }

    /// <summary>The bytes of a field, without its quotes; good until the next field or row is read.</summary>
    public ReadOnlySpan<byte> Field(int i)
    {
        var (start, length, doubled) = _splitter.Field(i);
        var text = _buffer.Bytes.AsSpan(start, length);
        return doubled ? Undoubled(text) : text;
    }

    private ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> text)
    {
        if (_scratch.Length < text.Length) { _scratch = new byte[text.Length * 2]; }
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            _scratch[n++] = text[i];
            if (text[i] == '"') { i++; }
        }
        return _scratch.AsSpan(0, n);
    }

    private RejectReason? FaultOfBytes()
    {
        if (_splitter.End == _splitter.Start) { return RejectReasons.BlankLine; }
        if (!_buffer.IsAscii && !Utf8.IsValid(Raw)) { return RejectReasons.BadEncoding; }
        return _buffer.HasNul && Raw.Contains((byte)0) ? RejectReasons.NulByte : null;
    }

    /// <summary>Drops what was read of a row that is too long, and goes on to its end byte by byte.</summary>
    private bool SkipLongRow()
    {
        var skip = new LongRow(_buffer, _splitter.Delimiter, Line);
        var ended = skip.ToItsEnd();
        UnclosedAt = skip.UnclosedAt;
        _splitter.Resume(Line + skip.Lines);
        Fault = RejectReasons.TooLong;
        return ended;
    }
}
