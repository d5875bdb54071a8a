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
        fixed (byte* text = utf8) { Native.duckdb_vector_assign_string_element_len(_vectors[column], (ulong)row, text, (ulong)utf8.Length); }
    }

    public void SetNull(int column, int row) => ((ulong*)_validity[column])[row >> 6] &= ~(1UL << (row & 63));
}
