using System.Runtime.InteropServices;

namespace Stratify.DuckDb;

/// <summary>An open DuckDB database: in memory, or a file that nobody else has open.</summary>
public sealed class DuckDatabase : IDisposable
{
    private nint _handle;

    public static string Version => Marshal.PtrToStringUTF8(Native.duckdb_library_version())!;

    /// <param name="path">A file, or <c>:memory:</c>.</param>
    /// <param name="options">DuckDB's own settings, by name.</param>
    /// <exception cref="DuckException">The file cannot be opened, or an option is unknown.</exception>
    public DuckDatabase(string path, IReadOnlyDictionary<string, string> options)
    {
        _ = Native.duckdb_create_config(out var config);
        try
        {
            foreach (var (name, value) in options)
            {
                if (Native.duckdb_set_config(config, name, value) != 0) { throw new DuckException($"DuckDB does not take {name}={value}."); }
            }
            if (Native.duckdb_open_ext(path, out _handle, config, out var error) != 0)
            {
                var message = Marshal.PtrToStringUTF8(error) ?? "DuckDB could not open the database.";
                Native.duckdb_free(error);
                throw new DuckException(message);
            }
        }
        finally
        {
            Native.duckdb_destroy_config(ref config);
        }
    }

    public DuckConnection Connect() => new(_handle);

    public void Dispose()
    {
        if (_handle != 0) { Native.duckdb_close(ref _handle); }
    }
}
