using System.Runtime.CompilerServices;

namespace Stratify.Landing;

/// <summary>Where a field stands among the bytes of its rows, without its quotes.</summary>
internal readonly struct FieldSpan
{
    private readonly int _length;

    internal FieldSpan(int start, int length, bool doubled) => (Start, _length) = (start, doubled ? ~length : length);

    internal int Start { get; }

    /// <summary>Bytes as they are written: a doubled quote is two.</summary>
    internal int Length => _length < 0 ? ~_length : _length;

    internal bool IsDoubled => _length < 0;
}

/// <summary>
/// Rows that follow one another in a file and lie in memory together, so that a column of them can be read in one go. Good until the
/// next rows are read.
/// </summary>
public sealed class RowBatch
{
    /// <summary>As many rows as a block has.</summary>
    internal const int Capacity = Engine.RowBlock.Capacity;

    private readonly long[] _lines = new long[Capacity];
    private readonly int[] _counts = new int[Capacity];
    private readonly RejectReason?[] _faults = new RejectReason?[Capacity];
    private readonly (int Start, int End)[] _raw = new (int, int)[Capacity];
    private byte[] _bytes = [];
    private FieldSpan[] _fields = [];
    private byte[] _scratch = new byte[256];

    internal int Count { get; private set; }

    /// <summary>Fields of the header: a row of as many has them side by side.</summary>
    internal int Width { get; private set; }

    internal bool IsFull => Count == Capacity;

    /// <summary>The physical line on which the row begins, or its number in a file without lines; from 1.</summary>
    internal long Line(int row) => _lines[row];

    /// <summary>Fields of the row; nothing when it is at fault.</summary>
    internal int Fields(int row) => _counts[row];

    /// <summary>What is wrong with the row's form; null when nothing is.</summary>
    internal RejectReason? Fault(int row) => _faults[row];

    /// <summary>The row as it was written, without its line end; nothing where it was not written as text.</summary>
    internal ReadOnlySpan<byte> Raw(int row) => _bytes.AsSpan(_raw[row].Start, _raw[row].End - _raw[row].Start);

    /// <summary>Of a row with as many fields as the header; good until the next one is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Field(int row, int place)
    {
        var field = _fields[(row * Width) + place];
        return field.IsDoubled ? Undoubled(field) : _bytes.AsSpan(field.Start, field.Length);
    }

    internal void Clear(int width) => (Count, Width) = (0, width);

    internal void Add(long line, int fields, RejectReason? fault, (int Start, int End) raw)
    {
        (_lines[Count], _counts[Count], _faults[Count], _raw[Count]) = (line, fault is null ? fields : 0, fault, raw);
        Count++;
    }

    /// <summary>What the rows' places are places in.</summary>
    internal void Lie(byte[] bytes, FieldSpan[] fields) => (_bytes, _fields) = (bytes, fields);

    private ReadOnlySpan<byte> Undoubled(FieldSpan field)
    {
        var text = _bytes.AsSpan(field.Start, field.Length);
        if (_scratch.Length < text.Length) { _scratch = new byte[text.Length * 2]; }
        return _scratch.AsSpan(0, Undouble(text, _scratch));
    }

    /// <summary>Writes a text with each doubled quote as one, and answers how long it then is.</summary>
    internal static int Undouble(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var n = 0;
        for (var i = 0; i < text.Length; i++)
        {
            into[n++] = text[i];
            if (text[i] == RowBuffer.Quote) { i++; }
        }
        return n;
    }
}
