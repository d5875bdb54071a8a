using System.Numerics;
using System.Runtime.CompilerServices;

namespace Stratify.DuckDb;

/// <summary>Where a table function writes: one vector a column. A value that is not set is whatever memory held, so each cell is written or made null.</summary>
public sealed unsafe class TableOutput
{
    /// <summary>Rows that fit into one call.</summary>
    public const int Capacity = 2048;

    private readonly nint[] _vectors;
    private readonly nint[] _data;
    private readonly nint[] _validity;

    internal TableOutput(nint chunk, int columns)
    {
        _vectors = new nint[columns];
        _data = new nint[columns];
        _validity = new nint[columns];
        for (var column = 0; column < columns; column++)
        {
            _vectors[column] = Native.duckdb_data_chunk_get_vector(chunk, (ulong)column);
            Native.duckdb_vector_ensure_validity_writable(_vectors[column]);
            _data[column] = (nint)Native.duckdb_vector_get_data(_vectors[column]);
            _validity[column] = (nint)Native.duckdb_vector_get_validity(_vectors[column]);
        }
    }

    /// <summary>Writes a value of the column's own size: long for bigint and decimal, int for dates (days from 1970-01-01), byte for tinyint and boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(int column, int row, T value) where T : unmanaged
    {
        ((T*)_data[column])[row] = value;
        ((ulong*)_validity[column])[row >> 6] |= 1UL << (row & 63);
    }

    /// <summary>Writes text, which DuckDB copies; the caller has checked that it is UTF-8.</summary>
    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        ((ulong*)_validity[column])[row >> 6] |= 1UL << (row & 63);
        fixed (byte* text = utf8) { Native.duckdb_unsafe_vector_assign_string_element_len(_vectors[column], (ulong)row, text, (ulong)utf8.Length); }
    }

    public void SetNull(int column, int row) => ((ulong*)_validity[column])[row >> 6] &= ~(1UL << (row & 63));

    /// <summary>Writes a column's rows from the first on, each number cut to the column's own size.</summary>
    public void SetAll<T>(int column, ReadOnlySpan<long> numbers, ReadOnlySpan<bool> isNull) where T : unmanaged, INumberBase<T>
    {
        var cells = (T*)_data[column];
        for (var row = 0; row < numbers.Length; row++) { cells[row] = T.CreateTruncating(numbers[row]); }
        SetValid(column, isNull);
    }

    /// <summary>Writes a column's rows from the first on: texts one behind the other, checked to be UTF-8, of which each ends where <paramref name="ends"/> says.</summary>
    public void SetAll(int column, ReadOnlySpan<byte> utf8, ReadOnlySpan<int> ends, ReadOnlySpan<bool> isNull)
    {
        var cells = (DuckCell*)_data[column];
        fixed (byte* bytes = utf8)
        {
            var start = 0;
            for (var row = 0; row < ends.Length; row++)
            {
                var length = ends[row] - start;
                if (length <= DuckCell.MaxInPlace) { cells[row] = start + DuckCell.MaxInPlace <= utf8.Length ? DuckCell.Of(bytes + start, length) : DuckCell.Of(utf8[start..], length); }
                else { Native.duckdb_unsafe_vector_assign_string_element_len(_vectors[column], (ulong)row, bytes + start, (ulong)length); }
                start = ends[row];
            }
        }
        SetValid(column, isNull);
    }

    /// <summary>A column's cells, each of the column's own size, to be written from the first row on; <see cref="SetValid(int, ReadOnlySpan{ulong})"/> says which count.</summary>
    public Span<T> Cells<T>(int column) where T : unmanaged => new((void*)_data[column], Capacity);

    /// <summary>A bit for each row from the first on, set where the row is not null.</summary>
    public void SetValid(int column, ReadOnlySpan<ulong> valid) => valid.CopyTo(new Span<ulong>((void*)_validity[column], Capacity / 64));

    /// <summary>Writes one value to each of the first rows.</summary>
    public void SetEach<T>(int column, T value, int rows) where T : unmanaged
    {
        Cells<T>(column)[..rows].Fill(value);
        new Span<ulong>((void*)_validity[column], Capacity / 64).Fill(ulong.MaxValue);
    }

    /// <summary>Texts one behind the other, checked to be UTF-8, of which each ends where <paramref name="ends"/> says. Twelve bytes beyond the last can be read.</summary>
    /// <typeparam name="T">ushort or int.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetTexts<T>(int column, ReadOnlySpan<byte> utf8, ReadOnlySpan<T> ends) where T : unmanaged, IBinaryInteger<T>
    {
        var cells = (DuckCell*)_data[column];
        fixed (byte* bytes = utf8)
        {
            var start = 0;
            for (var row = 0; row < ends.Length; row++)
            {
                var end = int.CreateTruncating(ends[row]);
                var length = end - start;
                if (length <= DuckCell.MaxInPlace) { cells[row] = DuckCell.Of(bytes + start, length); }
                else { Native.duckdb_unsafe_vector_assign_string_element_len(_vectors[column], (ulong)row, bytes + start, (ulong)length); }
                start = end;
            }
        }
    }

    /// <summary>Leaves some of the rows that were written, given in their order, one behind the other.</summary>
    /// <param name="cellSize">Bytes of a cell; 16 for text.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(int column, int cellSize, ReadOnlySpan<int> rows)
    {
        var cells = (byte*)_data[column];
        var valid = (ulong*)_validity[column];
        for (var i = 0; i < rows.Length; i++)
        {
            Unsafe.CopyBlockUnaligned(cells + (i * cellSize), cells + (rows[i] * cellSize), (uint)cellSize);
            var bit = (valid[rows[i] >> 6] >> (rows[i] & 63)) & 1;
            valid[i >> 6] = (valid[i >> 6] & ~(1UL << (i & 63))) | (bit << (i & 63));
        }
    }

    /// <summary>Sixty-four rows at a time: a bit is set where the row is not null.</summary>
    private void SetValid(int column, ReadOnlySpan<bool> isNull)
    {
        var words = (ulong*)_validity[column];
        for (var first = 0; first < isNull.Length; first += 64)
        {
            var rows = isNull.Slice(first, Math.Min(64, isNull.Length - first));
            var valid = ulong.MaxValue;
            if (rows.Contains(true))
            {
                for (var row = 0; row < rows.Length; row++) { valid &= ~((rows[row] ? 1UL : 0UL) << row); }
            }
            words[first >> 6] = valid;
        }
    }
}
