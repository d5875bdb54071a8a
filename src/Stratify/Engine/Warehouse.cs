using System.Globalization;
using Stratify.DuckDb;
using Stratify.Problems;

namespace Stratify.Engine;

/// <summary>How much of the machine a run may use, and where it may spill.</summary>
/// <param name="Folder">The only folder that SQL may touch: spill files and what is copied out.</param>
/// <param name="Threads">0 for all, or for one where there is <see cref="Reads">little</see> to share.</param>
/// <param name="Memory">As <c>4GB</c>; empty for DuckDB's default, four fifths of the machine's.</param>
public sealed record WarehouseOptions(string Folder, int Threads = 0, string Memory = "")
{
    /// <summary>A folder beside it whose files SQL may touch too; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>The bytes of text that it is to take in, where they are known.</summary>
    public long? Reads { get; init; }

    /// <summary>Whether tables of all events would crowd the memory: they rest in a file then, which costs a small run more than it is worth.</summary>
    public bool IsLarge { get; init; }

    /// <summary>Up to so many bytes one processor is quicker than two: each sets up every query for itself, which takes longer than the rows do.</summary>
    private const long Little = 4_000_000;

    /// <summary>As DuckDB is told; 0 for all.</summary>
    internal int Processors => Threads == 0 && Reads <= Little ? 1 : Threads;
}

/// <summary>The run's tables, in DuckDB inside this process. Locked down: no network, no extension, no file outside its folder.</summary>
public sealed class Warehouse : IDisposable
{
    /// <summary>The database in a file, beside the one in memory.</summary>
    private const string Beside = "beside";

    /// <summary>
    /// Of two dates, how many of year, month and day are alike; null where either is missing. By their texts: DuckDB's own parts of a date
    /// each begin with a table of eighty years, which in a small run costs more than the dates do.
    /// </summary>
    private const string PartsAlike = """
        create macro parts_alike(one, other) as case when one = other then 3 else
            cast(left(cast(one as varchar), 4) = left(cast(other as varchar), 4) as integer)
            + cast(substr(cast(one as varchar), 6, 2) = substr(cast(other as varchar), 6, 2) as integer)
            + cast(right(cast(one as varchar), 2) = right(cast(other as varchar), 2) as integer) end
        """;

    private readonly DuckDatabase _database;
    private readonly DuckConnection _connection;
    private readonly List<TableFunction> _functions = [];
    private readonly string _folder;
    private volatile bool _isInterrupted;

    public Warehouse(WarehouseOptions options)
    {
        // A staging folder is gone when the run has failed, so what holds it is named.
        WorkFolder = Path.Combine(options.Folder, "restricted", "work");
        _folder = Path.GetDirectoryName(Path.GetFullPath(options.Folder)) ?? options.Folder;
        var settings = new Dictionary<string, string>
        {
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
        };
        if (options.Processors > 0) { settings["threads"] = options.Processors.ToString(CultureInfo.InvariantCulture); }
        if (options.Memory.Length > 0) { settings["memory_limit"] = options.Memory; }
        _database = new DuckDatabase(":memory:", settings);
        _connection = _database.Connect();
        OpenBeside(options.IsLarge);
        Execute(PartsAlike);
        LockDown(options);
    }

    public static string EngineVersion => DuckDatabase.Version;

    /// <summary>Runs statements whose result nobody reads.</summary>
    public void Execute(string sql) => Run(() => _connection.Query(sql)).Dispose();

    /// <summary>Runs one statement with bound values.</summary>
    public void Execute(string sql, params object?[] values) => Run(() => _connection.Query(sql, values)).Dispose();

    public Grid Query(string sql, params object?[] values)
    {
        using var result = Run(() => values.Length == 0 ? _connection.Query(sql) : _connection.Query(sql, values));
        return GridReader.Read(result);
    }

    /// <summary>The first column of the first row, which must be a whole number.</summary>
    public long Count(string sql) => Query(sql).Rows[0][0] is long count ? count : throw new ArgumentException("The query does not count.");

    /// <summary>The columns of a long result, each of type bigint and without nulls, for arithmetic on arrays.</summary>
    public long[][] Longs(string sql, params object?[] values)
    {
        using var result = Run(() => values.Length == 0 ? _connection.Query(sql) : _connection.Query(sql, values));
        return GridReader.ReadLongs(result);
    }

    /// <summary>How many threads the run may use; arithmetic in C# keeps to it too.</summary>
    public int Threads => (int)Count("select current_setting('threads')::bigint");

    /// <returns>How many rows it has.</returns>
    public long CreateTable(SqlScript script) => Count($"create or replace table {script.Name} as\n{script.Sql}");

    /// <summary>Makes a table that in a large run rests in the run's work folder, compressed, instead of in memory.</summary>
    /// <returns>How many rows it has.</returns>
    public long CreateTableBeside(SqlScript script) => Count($"create or replace table {Beside}.{script.Name} as\n{script.Sql}");

    public void CreateView(SqlScript script) => Execute($"create or replace view {script.Name} as\n{script.Sql}");

    /// <summary>Rows that share the grain of another row; 0 when the grain holds. A grain column may be null once.</summary>
    public long RepeatedRows(string table, IReadOnlyList<string> grain) => RepeatedRows(table, grain, Count($"select count(*) from {table}"));

    /// <param name="rows">How many the table is known to have.</param>
    /// <inheritdoc cref="RepeatedRows(string, IReadOnlyList{string})"/>
    public long RepeatedRows(string table, IReadOnlyList<string> grain, long rows)
    {
        if (rows <= 1) { return 0; }
        if (grain.Count == 0) { return rows - 1; }
        return MayRepeat(table, grain, rows) is { } suspects
            ? Count($"select coalesce(sum(n - 1), 0)::bigint from (select count(*) as n from {table} where {suspects} group by {string.Join(", ", grain)})")
            : 0;
    }

    /// <summary>
    /// A condition that every row fulfils that shares its grain with another, and next to no row besides; null when no two rows do. To
    /// compare hashes is several times quicker than to compare texts, and leaves few rows to be compared whole.
    /// </summary>
    public string? MayRepeat(string table, IReadOnlyList<string> grain) => MayRepeat(table, grain, Count($"select count(*) from {table}"));

    private string? MayRepeat(string table, IReadOnlyList<string> grain, long rows)
    {
        const int few = 1000;
        var hash = $"hash({string.Join(", ", grain)})";
        var repeated = Run(() => RepeatedHashes.In(_connection, table, rows, hash));
        if (repeated.Count == 0) { return null; }
        return repeated.Count <= few
            ? $"{hash} in ({string.Join(", ", repeated.Order().Select(one => string.Create(CultureInfo.InvariantCulture, $"{one}::ubigint")))})"
            : $"{hash} in (select hashed from (select {hash} as hashed from {table}) group by hashed having count(*) > 1)";
    }

    /// <summary>Rows that break a law; 0 when it holds.</summary>
    public long Breaches(SqlScript law) => Count($"select count(*) from (\n{law.Sql}\n)");

    public bool HasTable(string name) => Count($"select count(*) from information_schema.tables where table_schema || '.' || table_name in ('main.{name}', '{name}')") > 0;

    public void Register(TableFunction function)
    {
        _connection.Register(function);
        _functions.Add(function);
    }

    /// <summary>Makes rows of C# readable as a table: <c>select * from NAME('argument')</c>.</summary>
    public void Register(string name, Func<string, RowFeed> open) => Register(new TableFunction(name, argument => new FeedSource(open(argument))));

    /// <summary>Makes rows at rest readable as a table, of which only the columns are read that a query names.</summary>
    public void Register(string name, Func<string, RestingScan> open) => Register(new TableFunction(name, open) { IsProjected = true });

    /// <summary>Where a station may write what it needs beside its tables: closed to others, and gone when the run is published.</summary>
    public string WorkFolder { get; }

    /// <summary>Drops tables and views, those of them that are there.</summary>
    public void Drop(IReadOnlyList<string> tables)
    {
        var there = Query("select distinct table_schema || '.' || table_name, table_type from information_schema.tables").Rows.ToLookup(row => (string)row[0]!, row => (string)row[1]!);
        var drops = tables.SelectMany(table => there[table.Contains('.', StringComparison.Ordinal) ? table : $"main.{table}"].Select(type => $"drop {(type == "VIEW" ? "view" : "table")} {table};"));
        if (string.Concat(drops) is { Length: > 0 } all) { Execute(all); }
    }

    /// <summary>Stops what is running; it fails with <see cref="OperationCanceledException"/> in the thread that runs it.</summary>
    public void Interrupt()
    {
        _isInterrupted = true;
        _connection.Interrupt();
    }

    /// <summary>For work that goes on in C#, where no query can be stopped.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void ThrowIfInterrupted()
    {
        if (_isInterrupted) { throw new OperationCanceledException("The run was interrupted."); }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>Nothing of the file outlasts the process, however that ends, where an open file may be deleted; elsewhere it goes with its folder.</summary>
    private void OpenBeside(bool isLarge)
    {
        if (!isLarge)
        {
            Execute($"attach ':memory:' as {Beside}");
            Execute($"set search_path = 'memory.main,{Beside}.main'");
            return;
        }
        var file = Path.Combine(Directory.CreateDirectory(WorkFolder).FullName, $"{Beside}.duckdb");
        Execute($"attach '{file.Replace("'", "''", StringComparison.Ordinal)}' as {Beside} (storage_version 'latest', recovery_mode 'no_wal_writes')");
        Execute($"set search_path = 'memory.main,{Beside}.main'");
        if (!OperatingSystem.IsWindows()) { File.Delete(file); }
    }

    /// <summary>The order matters: each setting would be refused after the next.</summary>
    private void LockDown(WarehouseOptions options)
    {
        var folders = new[] { options.Folder, options.Beside }.OfType<string>().Select(folder => Path.GetFullPath(folder).Replace("'", "''", StringComparison.Ordinal)).ToList();
        Execute($"set temp_directory = '{folders[0]}/spill'");
        Execute($"set allowed_directories = [{string.Join(", ", folders.Select(folder => $"'{folder}/'"))}]");
        Execute("set enable_external_access = false");
        Execute("set lock_configuration = true");
    }

    private T Run<T>(Func<T> query)
    {
        try
        {
            return query();
        }
        catch (DuckException problem)
        {
            if (_functions.FirstOrDefault(function => function.Failure is not null)?.Failure is { } failure)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            }
            if (Known(problem) is { } known) { throw known; }
            throw;
        }
    }

    /// <summary>What the machine refused, in our words: DuckDB's own may quote data. Null for what is our defect.</summary>
    private Exception? Known(DuckException problem)
    {
        var isFull = problem.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase) || problem.Message.Contains("max_temp_directory_size", StringComparison.Ordinal);
        return problem.Kind switch
        {
            DuckException.Interrupted => new OperationCanceledException("The run was interrupted.", problem),
            _ when isFull => new OutputException([ProblemKinds.CannotWrite.At(new Place(_folder), "The disk has no room for the run's files.", "Make room, or give the run another output folder with --out.")]),
            DuckException.InputOutput => new OutputException([ProblemKinds.CannotWrite.At(new Place(_folder), "A file of the run cannot be written or read back.", "Look at the disk's room, the folder's permissions and the limit on the size of files, or give another folder with --out.")]),
            DuckException.OutOfMemory => new OutputException([ProblemKinds.MemoryShort.At(null, "The run's tables need more memory than they may take.", "Allow more with --memory, or use fewer processors with --threads.")]),
            _ => null,
        };
    }
}
