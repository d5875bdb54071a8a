using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Stratify.Landing;

/// <summary>
/// Rows of delimited text by RFC 4180, one after the other, as spans over one buffer. Whatever is wrong with a row's form is said
/// of that row and costs no other: a quote that is never closed is a fault of the line on which it opens.
/// </summary>
public sealed class RowReader : RowSource
{
    /// <summary>A row beyond this is refused without being held.</summary>
    public const int MaxRow = 16 << 20;

    private readonly RowBuffer _buffer;
    private readonly RowSplitter _splitter;
    private byte[] _scratch = new byte[256];
    private long _line, _unclosedAt;
    private RejectReason? _fault;

    /// <param name="bufferSize">Bytes read at a time; grows for a row that is longer.</param>
    public RowReader(Utf8Source source, char delimiter, int bufferSize = 1 << 17)
    {
        _buffer = new RowBuffer(source, (byte)delimiter, bufferSize);
        _splitter = new RowSplitter(_buffer, (byte)delimiter);
    }

    public long Line => _line;

    public int Count => Fault is null ? _splitter.Count : 0;

    public RejectReason? Fault => _fault;

    public override long UnclosedAt => _unclosedAt;

    /// <summary>The row as it was written, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.Bytes.AsSpan(_splitter.Start, _splitter.End - _splitter.Start);

    /// <summary>Fields of the header; a text of several lines is then told from rows within stray quotes.</summary>
    public int Columns { get => _splitter.Columns; set => _splitter.Columns = value; }

    /// <summary>Goes to the next row; false at the end, or where the rest is one row too long to hold.</summary>
    public bool Read()
    {
        _line = _splitter.NextLine;
        _unclosedAt = 0;
        while (true)
        {
            if (_splitter.Split())
            {
                _fault = _splitter.Fault ?? FaultOfBytes();
                return true;
            }
            if (_buffer.Remaining >= MaxRow) { return SkipLongRow(); }
            if (_buffer.Fill()) { continue; }
            if (_buffer.Remaining == 0) { return false; }
            _unclosedAt = _splitter.OpenQuoteLine;
            _splitter.TakeLine(_fault = RejectReasons.StrayQuote);
            return true;
        }
    }

    /// <summary>The rows that the window on the file holds whole; only the first of a batch may move it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Fill(RowBatch batch, int most)
    {
        batch.Clear(Columns);
        _splitter.First = 0;
        for (var more = Read(); more; more = batch.Count < most && ReadOn())
        {
            batch.Add(_line, _splitter.Count, _fault, (_splitter.Start, _splitter.End));
            _splitter.First += Columns;
        }
        batch.Lie(_buffer.Bytes, _splitter.Fields);
        return batch.Count > 0;
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
        var field = _splitter.Field(i);
        var text = _buffer.Bytes.AsSpan(field.Start, field.Length);
        return field.IsDoubled ? Undoubled(text) : text;
    }

    /// <summary>The next row, where it lies in the window; false, with nothing taken, where it does not.</summary>
    private bool ReadOn()
    {
        var line = _splitter.NextLine;
        if (!_splitter.Split()) { return false; }
        _line = line;
        _fault = _splitter.Fault ?? FaultOfBytes();
        return true;
    }

    private ReadOnlySpan<byte> Undoubled(ReadOnlySpan<byte> text)
    {
        if (_scratch.Length < text.Length) { _scratch = new byte[text.Length * 2]; }
        return _scratch.AsSpan(0, RowBatch.Undouble(text, _scratch));
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
        _unclosedAt = skip.UnclosedAt;
        _splitter.Resume(Line + skip.Lines);
        _fault = RejectReasons.TooLong;
        return ended;
    }
}
