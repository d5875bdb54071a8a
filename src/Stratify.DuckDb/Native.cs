using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>DuckDB's C interface, as far as Stratify calls it. Names are DuckDB's own, so that its manual applies.</summary>
internal static unsafe partial class Native
{
    private const string Library = "duckdb";

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, static (name, _, _) => name == Library ? Load() : 0);

    private static nint Load()
    {
        var file = OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";
        var path = Path.Combine(AppContext.BaseDirectory, file);
        return File.Exists(path)
            ? NativeLibrary.Load(path)
            : throw new DllNotFoundException($"{file} is not beside the program. Build again with Node.js and npm on the PATH: the build fetches it.");
    }

    /// <summary>48 bytes, handed over by value when a chunk is fetched.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct RawResult
    {
        private readonly ulong _columns, _rows, _changed;
        private readonly nint _columnData, _error, _internal;
    }

    [LibraryImport(Library)] internal static partial nint duckdb_library_version();
    [LibraryImport(Library)] internal static partial int duckdb_create_config(out nint config);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_set_config(nint config, string name, string value);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_config(ref nint config);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial int duckdb_open_ext(string path, out nint database, nint config, out nint error);
    [LibraryImport(Library)] internal static partial void duckdb_close(ref nint database);
    [LibraryImport(Library)] internal static partial int duckdb_connect(nint database, out nint connection);
    [LibraryImport(Library)] internal static partial void duckdb_disconnect(ref nint connection);
    [LibraryImport(Library)] internal static partial void duckdb_interrupt(nint connection);
    [LibraryImport(Library)] internal static partial void duckdb_free(nint pointer);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial ulong duckdb_extract_statements(nint connection, string sql, out nint statements);
    [LibraryImport(Library)] internal static partial nint duckdb_extract_statements_error(nint statements);
    [LibraryImport(Library)] internal static partial int duckdb_prepare_extracted_statement(nint connection, nint statements, ulong index, out nint statement);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_extracted(ref nint statements);
    [LibraryImport(Library)] internal static partial int duckdb_pending_prepared(nint statement, out nint pending);
    [LibraryImport(Library)] internal static partial int duckdb_pending_prepared_streaming(nint statement, out nint pending);
    [LibraryImport(Library)] internal static partial int duckdb_pending_execute_task(nint pending);
    [LibraryImport(Library)] internal static partial nint duckdb_pending_error(nint pending);
    [LibraryImport(Library)] internal static partial int duckdb_execute_pending(nint pending, out RawResult result);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_pending(ref nint pending);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_result(ref RawResult result);
    [LibraryImport(Library)] internal static partial nint duckdb_result_error(ref RawResult result);
    [LibraryImport(Library)] internal static partial int duckdb_result_error_type(ref RawResult result);
    [LibraryImport(Library)] internal static partial ulong duckdb_column_count(ref RawResult result);
    [LibraryImport(Library)] internal static partial ulong duckdb_row_count(ref RawResult result);
    [LibraryImport(Library)] internal static partial nint duckdb_column_name(ref RawResult result, ulong column);
    [LibraryImport(Library)] internal static partial DuckType duckdb_column_type(ref RawResult result, ulong column);
    [LibraryImport(Library)] internal static partial nint duckdb_column_logical_type(ref RawResult result, ulong column);
    [LibraryImport(Library)] internal static partial nint duckdb_fetch_chunk(RawResult result);

    [LibraryImport(Library)] internal static partial nint duckdb_prepare_error(nint statement);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_prepare(ref nint statement);
    [LibraryImport(Library)] internal static partial int duckdb_bind_null(nint statement, ulong index);
    [LibraryImport(Library)] internal static partial int duckdb_bind_boolean(nint statement, ulong index, [MarshalAs(UnmanagedType.U1)] bool value);
    [LibraryImport(Library)] internal static partial int duckdb_bind_int64(nint statement, ulong index, long value);
    [LibraryImport(Library)] internal static partial int duckdb_bind_double(nint statement, ulong index, double value);
    [LibraryImport(Library)] internal static partial int duckdb_bind_date(nint statement, ulong index, int days);
    [LibraryImport(Library)] internal static partial int duckdb_bind_varchar_length(nint statement, ulong index, byte* text, ulong length);

    [LibraryImport(Library)] internal static partial void duckdb_destroy_data_chunk(ref nint chunk);
    [LibraryImport(Library), SuppressGCTransition] internal static partial ulong duckdb_data_chunk_get_size(nint chunk);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void duckdb_data_chunk_set_size(nint chunk, ulong rows);
    [LibraryImport(Library), SuppressGCTransition] internal static partial nint duckdb_data_chunk_get_vector(nint chunk, ulong column);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void* duckdb_vector_get_data(nint vector);
    [LibraryImport(Library), SuppressGCTransition] internal static partial ulong* duckdb_vector_get_validity(nint vector);
    [LibraryImport(Library)] internal static partial void duckdb_vector_ensure_validity_writable(nint vector);
    [LibraryImport(Library)] internal static partial void duckdb_unsafe_vector_assign_string_element_len(nint vector, ulong row, byte* text, ulong length);
    [LibraryImport(Library)] internal static partial nint duckdb_create_logical_type(DuckType type);
    [LibraryImport(Library)] internal static partial nint duckdb_create_decimal_type(byte width, byte scale);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_logical_type(ref nint type);
    [LibraryImport(Library)] internal static partial byte duckdb_decimal_scale(nint type);
    [LibraryImport(Library)] internal static partial DuckType duckdb_decimal_internal_type(nint type);
    [LibraryImport(Library)] internal static partial DuckType duckdb_enum_internal_type(nint type);
    [LibraryImport(Library)] internal static partial uint duckdb_enum_dictionary_size(nint type);
    [LibraryImport(Library)] internal static partial nint duckdb_enum_dictionary_value(nint type, ulong index);

    [LibraryImport(Library)] internal static partial nint duckdb_create_table_function();
    [LibraryImport(Library)] internal static partial void duckdb_destroy_table_function(ref nint function);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_table_function_set_name(nint function, string name);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_add_parameter(nint function, nint type);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_set_extra_info(nint function, nint data, delegate* unmanaged[Cdecl]<nint, void> drop);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_set_bind(nint function, delegate* unmanaged[Cdecl]<nint, void> call);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_set_init(nint function, delegate* unmanaged[Cdecl]<nint, void> call);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_set_local_init(nint function, delegate* unmanaged[Cdecl]<nint, void> call);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_set_function(nint function, delegate* unmanaged[Cdecl]<nint, nint, void> call);
    [LibraryImport(Library)] internal static partial void duckdb_table_function_supports_projection_pushdown(nint function, [MarshalAs(UnmanagedType.U1)] bool pushdown);
    [LibraryImport(Library)] internal static partial int duckdb_register_table_function(nint connection, nint function);
    [LibraryImport(Library)] internal static partial nint duckdb_bind_get_extra_info(nint info);
    [LibraryImport(Library)] internal static partial nint duckdb_bind_get_parameter(nint info, ulong index);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_bind_add_result_column(nint info, string name, nint type);
    [LibraryImport(Library)] internal static partial void duckdb_bind_set_bind_data(nint info, nint data, delegate* unmanaged[Cdecl]<nint, void> drop);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_bind_set_error(nint info, string message);
    [LibraryImport(Library)] internal static partial void duckdb_bind_set_cardinality(nint info, ulong rows, [MarshalAs(UnmanagedType.U1)] bool isExact);
    [LibraryImport(Library)] internal static partial nint duckdb_init_get_bind_data(nint info);
    [LibraryImport(Library)] internal static partial ulong duckdb_init_get_column_count(nint info);
    [LibraryImport(Library)] internal static partial ulong duckdb_init_get_column_index(nint info, ulong column);
    [LibraryImport(Library)] internal static partial void duckdb_init_set_init_data(nint info, nint data, delegate* unmanaged[Cdecl]<nint, void> drop);
    [LibraryImport(Library)] internal static partial void duckdb_init_set_max_threads(nint info, ulong threads);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_init_set_error(nint info, string message);
    [LibraryImport(Library)] internal static partial nint duckdb_function_get_local_init_data(nint info);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] internal static partial void duckdb_function_set_error(nint info, string message);
    [LibraryImport(Library)] internal static partial nint duckdb_get_varchar(nint value);
    [LibraryImport(Library)] internal static partial void duckdb_destroy_value(ref nint value);
}
