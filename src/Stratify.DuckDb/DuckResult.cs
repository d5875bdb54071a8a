using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>What a statement gave, read chunk by chunk, each of up to 2,048 rows.</summary>
public sealed class DuckResult : IDisposable
{
    private Native.RawResult _raw;

    internal DuckResult(Native.RawResult raw) => _raw = raw;

    public int ColumnCount => (int)Native.duckdb_column_count(ref _raw);

    public long RowCount => (long)Native.duckdb_row_count(ref _raw);

    public string Name(int column) => Marshal.PtrToStringUTF8(Native.duckdb_column_name(ref _raw, (ulong)column))!;

    public DuckType Type(int column) => Native.duckdb_column_type(ref _raw, (ulong)column);

    /// <summary>Digits after the point of a decimal column, and the integer type that holds it.</summary>
    public (int Scale, DuckType Storage) Decimal(int column)
    {
        var type = Native.duckdb_column_logical_type(ref _raw, (ulong)column);
        var answer = (Native.duckdb_decimal_scale(type), Native.duckdb_decimal_internal_type(type));
        Native.duckdb_destroy_logical_type(ref type);
        return answer;
    }

    /// <summary>The texts that a column of an enum can have, each at the place that stands for it, and the integer type that holds the places.</summary>
    public (IReadOnlyList<string> Texts, DuckType Storage) Enum(int column)
    {
        var type = Native.duckdb_column_logical_type(ref _raw, (ulong)column);
        var texts = new string[Native.duckdb_enum_dictionary_size(type)];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Native.duckdb_enum_dictionary_value(type, (ulong)i);
            texts[i] = Marshal.PtrToStringUTF8(text)!;
            Native.duckdb_free(text);
        }
        var storage = Native.duckdb_enum_internal_type(type);
        Native.duckdb_destroy_logical_type(ref type);
        return (texts, storage);
    }

    /// <summary>The next chunk, or null after the last.</summary>
    public DuckChunk? Read()
    {
        var handle = Native.duckdb_fetch_chunk(_raw);
        if (handle != 0) { return new DuckChunk(handle); }
        // The end of what is streamed may be a failure.
        var error = Native.duckdb_result_error(ref _raw);
        return error == 0 ? null : throw new DuckException(Marshal.PtrToStringUTF8(error)!, Native.duckdb_result_error_type(ref _raw));
    }

    public void Dispose() => Native.duckdb_destroy_result(ref _raw);

    internal static DuckException Failure(ref Native.RawResult raw)
    {
        var failure = new DuckException(
            Marshal.PtrToStringUTF8(Native.duckdb_result_error(ref raw)) ?? "DuckDB could not run the statement.",
            Native.duckdb_result_error_type(ref raw));
        Native.duckdb_destroy_result(ref raw);
        return failure;
    }
}

/// <summary>Some rows of a result; their columns are valid until it is disposed.</summary>
public sealed class DuckChunk : IDisposable
{
    private nint _handle;

    internal DuckChunk(nint handle) => _handle = handle;

    public int Rows => (int)Native.duckdb_data_chunk_get_size(_handle);

    public DuckColumn Column(int column) => new(Native.duckdb_data_chunk_get_vector(_handle, (ulong)column), Rows);

    public void Dispose() => Native.duckdb_destroy_data_chunk(ref _handle);
}

/// <summary>One column of a chunk: values in place, and which of them are null.</summary>
public readonly unsafe ref struct DuckColumn
{
    private readonly void* _data;
    private readonly ulong* _validity;
    private readonly int _rows;

    internal DuckColumn(nint vector, int rows)
    {
        _data = Native.duckdb_vector_get_data(vector);
        _validity = Native.duckdb_vector_get_validity(vector);
        _rows = rows;
    }

    /// <summary>Without a mask, no value of the chunk is null.</summary>
    public bool IsNull(int row) => _validity != null && ((_validity[row >> 6] >> (row & 63)) & 1) == 0;

    public ReadOnlySpan<T> Values<T>() where T : unmanaged => new(_data, _rows);
}
