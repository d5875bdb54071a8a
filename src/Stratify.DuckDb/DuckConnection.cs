using System.Runtime.InteropServices;
using System.Text;

namespace Stratify.DuckDb;

/// <summary>One conversation with a database. Not for two threads at once, <see cref="Interrupt"/> aside.</summary>
public sealed unsafe class DuckConnection : IDisposable
{
    /// <summary>DATE counts days from 1970-01-01, DateOnly from 0001-01-01.</summary>
    public const int UnixEpochDay = 719_162;

    private nint _handle;

    internal DuckConnection(nint database)
    {
        if (Native.duckdb_connect(database, out _handle) != 0) { throw new DuckException("DuckDB could not connect."); }
    }

    /// <summary>Runs every statement of the text and gives the last one's result, whole.</summary>
    public DuckResult Query(string sql) =>
        Native.duckdb_query(_handle, sql, out var result) == 0 ? new DuckResult(result) : throw DuckResult.Failure(ref result);

    /// <summary>Runs one statement with values for its <c>$1</c>, <c>$2</c>…; nothing is pasted into its text.</summary>
    public DuckResult Query(string sql, params ReadOnlySpan<object?> values)
    {
        if (Native.duckdb_prepare(_handle, sql, out var statement) != 0)
        {
            var message = Marshal.PtrToStringUTF8(Native.duckdb_prepare_error(statement)) ?? "DuckDB could not prepare the statement.";
            Native.duckdb_destroy_prepare(ref statement);
            throw new DuckException(message);
        }
        try
        {
            for (var i = 0; i < values.Length; i++) { Bind(statement, (ulong)i + 1, values[i]); }
            return Native.duckdb_execute_prepared(statement, out var result) == 0 ? new DuckResult(result) : throw DuckResult.Failure(ref result);
        }
        finally
        {
            Native.duckdb_destroy_prepare(ref statement);
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

    private static void Bind(nint statement, ulong index, object? value)
    {
        var failed = value switch
        {
            null => Native.duckdb_bind_null(statement, index),
            bool flag => Native.duckdb_bind_boolean(statement, index, flag),
            int number => Native.duckdb_bind_int64(statement, index, number),
            long number => Native.duckdb_bind_int64(statement, index, number),
            double number => Native.duckdb_bind_double(statement, index, number),
            DateOnly date => Native.duckdb_bind_date(statement, index, date.DayNumber - UnixEpochDay),
            string text => BindText(statement, index, text),
            _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be bound."),
        };
        if (failed != 0) { throw new DuckException($"DuckDB could not take value {index}."); }
    }

    private static int BindText(nint statement, ulong index, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes) { return Native.duckdb_bind_varchar_length(statement, index, start, (ulong)bytes.Length); }
    }
}
