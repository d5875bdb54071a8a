using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>One conversation with a database. Not for two threads at once, <see cref="Interrupt"/> aside.</summary>
public sealed class DuckConnection : IDisposable
{
    /// <summary>DATE counts days from 1970-01-01, DateOnly from 0001-01-01.</summary>
    public const int UnixEpochDay = 719_162;

    private nint _handle;

    internal DuckConnection(nint database)
    {
        if (Native.duckdb_connect(database, out _handle) != 0) { throw new DuckException("DuckDB could not connect."); }
    }

    /// <summary>Runs every statement of the text and gives the last one's result, whole.</summary>
    /// <param name="values">For the <c>$1</c>, <c>$2</c>… of a text that is one statement; nothing is pasted into it.</param>
    public DuckResult Query(string sql, params ReadOnlySpan<object?> values) => Query(sql, isStreamed: false, values);

    /// <summary>Runs one statement whose rows are made as they are read; nothing else may run here meanwhile. A failure comes with the row that it stands before.</summary>
    public DuckResult Stream(string sql, params ReadOnlySpan<object?> values) => Query(sql, isStreamed: true, values);

    private DuckResult Query(string sql, bool isStreamed, ReadOnlySpan<object?> values)
    {
        var count = Native.duckdb_extract_statements(_handle, sql, out var statements);
        try
        {
            if (count == 0) { throw new DuckException(Marshal.PtrToStringUTF8(Native.duckdb_extract_statements_error(statements)) ?? "The text holds no statement."); }
            for (ulong i = 0; i < count - 1; i++) { DuckStatement.Run(_handle, statements, i, values).Dispose(); }
            return DuckStatement.Run(_handle, statements, count - 1, values, isStreamed);
        }
        finally
        {
            Native.duckdb_destroy_extracted(ref statements);
        }
    }

    /// <summary>Makes a function of C# readable as a table: <c>select * from NAME('argument')</c>.</summary>
    public void Register(TableFunction function) => TableFunctions.Register(_handle, function);

    /// <summary>Stops the statement that another thread is running here; it fails, and the connection stays usable.</summary>
    public void Interrupt() => Native.duckdb_interrupt(_handle);

    public void Dispose()
    {
        if (_handle != 0) { Native.duckdb_disconnect(ref _handle); }
    }
}
