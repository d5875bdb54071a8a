using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>
/// One column of up to 2,048 rows as bytes: which rows are null, then numbers in as few bytes as all of them fit in, or texts one behind
/// the other and where each ends. As near as can be to how DuckDB holds a column, so that reading it back is little more than copying.
/// </summary>
internal static class ColumnChunk
{
    private const byte AllNull = 1, SomeNull = 2, LongEnds = 4;
    private const int ValidBytes = RowBlock.Capacity / 8;

    /// <summary>Read beyond the last text, so that a short one can be taken in one go.</summary>
    private const int Slack = 16;

    /// <summary>More bytes than a column of a block comes to.</summary>
    internal static int MaxLength(BlockColumn column, int rows) => 2 + ValidBytes + (rows * 8) + (column.Type == BlockType.Text ? column.TextLength(rows) + Slack : 0);

    /// <returns>How many bytes were written.</returns>
    internal static int Write(BlockColumn column, int rows, Span<byte> into)
    {
        var nulls = column.Nulls(rows);
        var (any, all) = (nulls.Contains(true), !nulls.Contains(false));
        into[0] = all ? AllNull : any ? SomeNull : (byte)0;
        if (all) { return 1; }
        var at = 2;
        if (any) { at += WriteValid(nulls, into[at..]); }
        return at + (column.Type == BlockType.Text ? WriteTexts(column, rows, into, at) : WriteNumbers(column.Numbers(rows), nulls, any, into, at));
    }

    private static int WriteValid(ReadOnlySpan<bool> nulls, Span<byte> into)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(into[..ValidBytes]);
        words.Clear();
        for (var row = 0; row < nulls.Length; row++) { words[row >> 6] |= (nulls[row] ? 0UL : 1UL) << (row & 63); }
        return ValidBytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WriteNumbers(ReadOnlySpan<long> numbers, ReadOnlySpan<bool> nulls, bool anyNull, Span<byte> into, int at)
    {
        long least = 0, most = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            // What stands where a row is null is whatever stood there before.
            var number = anyNull && nulls[i] ? 0 : numbers[i];
            least = Math.Min(least, number);
            most = Math.Max(most, number);
        }
        var width = least >= sbyte.MinValue && most <= sbyte.MaxValue ? 1 : least >= short.MinValue && most <= short.MaxValue ? 2 : least >= int.MinValue && most <= int.MaxValue ? 4 : 8;
        into[1] = (byte)width;
        switch (width)
        {
            case 1: Narrow<sbyte>(numbers, into[at..]); break;
            case 2: Narrow<short>(numbers, into[at..]); break;
            case 4: Narrow<int>(numbers, into[at..]); break;
            default: Narrow<long>(numbers, into[at..]); break;
        }
        return numbers.Length * width;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow<T>(ReadOnlySpan<long> numbers, Span<byte> into) where T : unmanaged, IBinaryInteger<T>
    {
        var narrow = MemoryMarshal.Cast<byte, T>(into);
        for (var i = 0; i < numbers.Length; i++) { narrow[i] = T.CreateTruncating(numbers[i]); }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WriteTexts(BlockColumn column, int rows, Span<byte> into, int at)
    {
        var ends = column.Ends(rows);
        var length = column.TextLength(rows);
        var isLong = length > ushort.MaxValue;
        into[0] |= isLong ? LongEnds : (byte)0;
        var size = isLong ? sizeof(int) : sizeof(ushort);
        if (isLong) { MemoryMarshal.AsBytes(ends).CopyTo(into[at..]); }
        else
        {
            var narrow = MemoryMarshal.Cast<byte, ushort>(into[at..]);
            for (var i = 0; i < ends.Length; i++) { narrow[i] = (ushort)ends[i]; }
        }
        column.Texts[..length].CopyTo(into[(at + (rows * size))..]);
        into.Slice(at + (rows * size) + length, Slack).Clear();
        return (rows * size) + length + Slack;
    }

    /// <summary>Writes a chunk into a column that DuckDB reads.</summary>
    internal static void Read(ReadOnlySpan<byte> chunk, BlockType type, int rows, TableOutput output, int column)
    {
        Span<ulong> valid = stackalloc ulong[RowBlock.Capacity / 64];
        if ((chunk[0] & AllNull) != 0)
        {
            valid.Clear();
            output.SetValid(column, valid);
            return;
        }
        var at = 2;
        if ((chunk[0] & SomeNull) == 0) { valid.Fill(ulong.MaxValue); }
        else
        {
            chunk.Slice(at, ValidBytes).CopyTo(MemoryMarshal.AsBytes(valid));
            at += ValidBytes;
        }
        output.SetValid(column, valid);
        switch (type)
        {
            case BlockType.Text: ReadTexts(chunk[at..], (chunk[0] & LongEnds) != 0, rows, output, column); break;
            case BlockType.Date: ReadNumbers(chunk[at..], chunk[1], output.Cells<int>(column)[..rows]); break;
            case BlockType.TinyInt or BlockType.Boolean: ReadNumbers(chunk[at..], chunk[1], output.Cells<sbyte>(column)[..rows]); break;
            default: ReadNumbers(chunk[at..], chunk[1], output.Cells<long>(column)[..rows]); break;
        }
    }

    /// <summary>The numbers of a chunk; where a row is null, whatever was written.</summary>
    internal static void ReadNumbers<T>(ReadOnlySpan<byte> bytes, int width, Span<T> into) where T : unmanaged, IBinaryInteger<T>
    {
        switch (width)
        {
            case 1: Widen<sbyte, T>(bytes, into); break;
            case 2: Widen<short, T>(bytes, into); break;
            case 4: Widen<int, T>(bytes, into); break;
            default: Widen<long, T>(bytes, into); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen<TFrom, TInto>(ReadOnlySpan<byte> bytes, Span<TInto> into) where TFrom : unmanaged, IBinaryInteger<TFrom> where TInto : unmanaged, IBinaryInteger<TInto>
    {
        var from = MemoryMarshal.Cast<byte, TFrom>(bytes)[..into.Length];
        for (var i = 0; i < into.Length; i++) { into[i] = TInto.CreateTruncating(from[i]); }
    }

    private static void ReadTexts(ReadOnlySpan<byte> bytes, bool isLong, int rows, TableOutput output, int column)
    {
        if (isLong) { output.SetTexts(column, bytes[(rows * sizeof(int))..], MemoryMarshal.Cast<byte, int>(bytes)[..rows]); }
        else { output.SetTexts(column, bytes[(rows * sizeof(ushort))..], MemoryMarshal.Cast<byte, ushort>(bytes)[..rows]); }
    }
}
