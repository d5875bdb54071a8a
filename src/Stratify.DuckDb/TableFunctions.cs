using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>The callbacks by which DuckDB reads a <see cref="TableFunction"/>. Nothing may be thrown through them: it would end the process.</summary>
internal static unsafe class TableFunctions
{
    internal static void Register(nint connection, TableFunction function)
    {
        var handle = Native.duckdb_create_table_function();
        try
        {
            Native.duckdb_table_function_set_name(handle, function.Name);
            var text = Native.duckdb_create_logical_type(DuckType.Varchar);
            Native.duckdb_table_function_add_parameter(handle, text);
            Native.duckdb_destroy_logical_type(ref text);
            Native.duckdb_table_function_set_extra_info(handle, Hold(function), &Drop);
            Native.duckdb_table_function_supports_projection_pushdown(handle, function.IsProjected);
            Native.duckdb_table_function_set_bind(handle, &Bind);
            Native.duckdb_table_function_set_init(handle, &Init);
            Native.duckdb_table_function_set_local_init(handle, &LocalInit);
            Native.duckdb_table_function_set_function(handle, &Fill);
            if (Native.duckdb_register_table_function(connection, handle) != 0) { throw new DuckException($"DuckDB did not take the function {function.Name}."); }
        }
        finally
        {
            Native.duckdb_destroy_table_function(ref handle);
        }
    }

    private static nint Hold(object held) => GCHandle.ToIntPtr(GCHandle.Alloc(held));

    private static T Held<T>(nint handle) where T : class => (T)GCHandle.FromIntPtr(handle).Target!;

    /// <summary>DuckDB lets go of what it held: at a query's end, an error, a limit or an interrupt.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Drop(nint handle)
    {
        var held = GCHandle.FromIntPtr(handle);
        var source = held.Target as IDisposable;
        held.Free();
        try { source?.Dispose(); }
        catch (IOException) { /* A file that cannot be closed has nobody left to be reported to. */ }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var function = Held<TableFunction>(Native.duckdb_bind_get_extra_info(info));
        try
        {
            var source = function.Bind(Argument(info));
            foreach (var column in source.Columns)
            {
                var type = column.Type == DuckType.Decimal ? Native.duckdb_create_decimal_type(18, column.Scale) : Native.duckdb_create_logical_type(column.Type);
                Native.duckdb_bind_add_result_column(info, column.Name, type);
                Native.duckdb_destroy_logical_type(ref type);
            }
            if (source.Rows is { } rows) { Native.duckdb_bind_set_cardinality(info, (ulong)rows, isExact: true); }
            Native.duckdb_bind_set_bind_data(info, Hold(new Bound(function, source)), &Drop);
        }
        catch (Exception problem)
        {
            function.Failure = problem;
            Native.duckdb_bind_set_error(info, problem.GetType().Name);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) =>
        Native.duckdb_init_set_max_threads(info, (ulong)Held<Bound>(Native.duckdb_init_get_bind_data(info)).Source.Readers);

    /// <summary>A thread's own reader; the source that was bound is disposed with the bound plan and not with the scan.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LocalInit(nint info)
    {
        var bound = Held<Bound>(Native.duckdb_init_get_bind_data(info));
        try
        {
            var columns = Columns(info, bound);
            Native.duckdb_init_set_init_data(info, Hold(new Scan(bound.Function, bound.Source.Open(columns), columns.Length)), &Drop);
        }
        catch (Exception problem)
        {
            bound.Function.Failure = problem;
            Native.duckdb_init_set_error(info, problem.GetType().Name);
        }
    }

    /// <summary>DuckDB asks for a column of its own where it only counts rows.</summary>
    private static int[] Columns(nint info, Bound bound)
    {
        var all = bound.Source.Columns.Count;
        if (!bound.Function.IsProjected) { return [.. Enumerable.Range(0, all)]; }
        var columns = new int[Native.duckdb_init_get_column_count(info)];
        for (var i = 0; i < columns.Length; i++)
        {
            var column = Native.duckdb_init_get_column_index(info, (ulong)i);
            columns[i] = column < (ulong)all ? (int)column : -1;
        }
        return columns;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint chunk)
    {
        var (function, reader, columns) = Held<Scan>(Native.duckdb_function_get_local_init_data(info));
        try
        {
            Native.duckdb_data_chunk_set_size(chunk, (ulong)reader.Fill(new TableOutput(chunk, columns)));
        }
        catch (Exception problem)
        {
            function.Failure = problem;
            Native.duckdb_function_set_error(info, problem.GetType().Name);
        }
    }

    private static string Argument(nint info)
    {
        var value = Native.duckdb_bind_get_parameter(info, 0);
        var text = Native.duckdb_get_varchar(value);
        var argument = Marshal.PtrToStringUTF8(text) ?? "";
        Native.duckdb_free(text);
        Native.duckdb_destroy_value(ref value);
        return argument;
    }

    private sealed record Bound(TableFunction Function, TableSource Source) : IDisposable
    {
        public void Dispose() => Source.Dispose();
    }

    private sealed record Scan(TableFunction Function, TableReader Reader, int Columns);
}
