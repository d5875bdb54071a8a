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
