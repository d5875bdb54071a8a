using System.Runtime.InteropServices;
using System.Text;

namespace Stratify.DuckDb;

/// <summary>One statement, run piece by piece.</summary>
internal static unsafe class DuckStatement
{
    /// <summary>What a piece of work answers, by the numbers of DuckDB's C header.</summary>
    private const int Ready = 0, Failed = 2, NothingToDo = 3;

    /// <param name="statements">Those of a text, of which the one at <paramref name="index"/> is run.</param>
    internal static DuckResult Run(nint connection, nint statements, ulong index, ReadOnlySpan<object?> values, bool isStreamed = false)
    {
        if (Native.duckdb_prepare_extracted_statement(connection, statements, index, out var statement) != 0)
        {
            var failure = Failure(Native.duckdb_prepare_error(statement));
            Native.duckdb_destroy_prepare(ref statement);
            throw failure;
        }
        try
        {
            for (var i = 0; i < values.Length; i++) { Bind(statement, (ulong)i + 1, values[i]); }
            return Execute(statement, isStreamed);
        }
        finally
        {
            Native.duckdb_destroy_prepare(ref statement);
        }
    }

    /// <summary>
    /// Works with DuckDB's own threads, and sleeps when these have all that is left: DuckDB's usual call asks without a pause whether there
    /// is more to do, which costs a whole processor where one thread reads a file.
    /// </summary>
    private static DuckResult Execute(nint statement, bool isStreamed)
    {
        var isPending = isStreamed ? Native.duckdb_pending_prepared_streaming(statement, out var pending) : Native.duckdb_pending_prepared(statement, out pending);
        var state = isPending == 0 ? -1 : Failed;
        try
        {
            for (var idle = 0; state is not (Ready or Failed); idle = state == NothingToDo ? idle + 1 : 0)
            {
                if (idle > 0) { Thread.Sleep(idle < 20 ? 0 : 1); }
                state = Native.duckdb_pending_execute_task(pending);
            }
            if (state == Failed) { throw Failure(Native.duckdb_pending_error(pending)); }
            return Native.duckdb_execute_pending(pending, out var result) == 0 ? new DuckResult(result) : throw DuckResult.Failure(ref result);
        }
        finally
        {
            Native.duckdb_destroy_pending(ref pending);
        }
    }

    /// <summary>A statement that has no result yet tells the kind of its failure by its text alone.</summary>
    private static DuckException Failure(nint error)
    {
        var message = Marshal.PtrToStringUTF8(error) ?? "DuckDB could not run the statement.";
        var kind = message.Split(" Error:")[0] switch
        {
            "IO" => DuckException.InputOutput,
            "INTERRUPT" => DuckException.Interrupted,
            "Out of Memory" => DuckException.OutOfMemory,
            _ => 0,
        };
        return new DuckException(message, kind);
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
            DateOnly date => Native.duckdb_bind_date(statement, index, date.DayNumber - DuckConnection.UnixEpochDay),
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
