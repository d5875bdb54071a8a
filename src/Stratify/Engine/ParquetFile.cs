using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>What a column of a Parquet file holds, as far as it matters to what may be read from it.</summary>
public enum StoredType
{
    Text,
    Date,
    /// <summary>Without a time zone.</summary>
    Timestamp,
    Whole,
    Decimal,
    Double,
    Boolean,
    /// <summary>What stands for no field: bytes, lists, times of a zone, numbers of single precision.</summary>
    Other,
}

/// <summary>
/// The rows of one Parquet file, in the order in which they stand in it, each value as text: dates as yyyy-MM-dd, numbers with a point.
/// It is read in a small database of its own, which can open this file and no other.
/// </summary>
public sealed class ParquetFile : IDisposable
{
    private readonly DuckDatabase _database;
    private readonly DuckConnection _connection;
    private readonly string _path;
    private readonly long _rows;
    private DuckResult? _result;
    private DuckChunk? _chunk;
    private int[] _cells = [];
    private int _row;

    /// <exception cref="InvalidDataException">It is not Parquet, or is damaged.</exception>
    public ParquetFile(string path)
    {
        _path = Path.GetFullPath(path);
        _database = new DuckDatabase(":memory:", new Dictionary<string, string> { ["threads"] = "1", ["autoinstall_known_extensions"] = "false", ["autoload_known_extensions"] = "false" });
        _connection = _database.Connect();
        var quoted = _path.Replace("'", "''", StringComparison.Ordinal);
        try
        {
            _connection.Query($"set temp_directory = ''; set allowed_paths = ['{quoted}']; set enable_external_access = false; set lock_configuration = true").Dispose();
            using (var rows = _connection.Query("select sum(num_rows)::bigint from parquet_file_metadata($1)", _path)) { _rows = Number(rows); }
            using var columns = _connection.Query("select * from read_parquet($1, hive_partitioning = false) limit 0", _path);
            Columns = [.. Enumerable.Range(0, columns.ColumnCount).Select(i => (columns.Name(i), TypeOf(columns.Type(i))))];
        }
        catch (Exception problem)
        {
            Dispose();
            throw problem is DuckException ? new InvalidDataException("The file is not Parquet, or is damaged.", problem) : problem;
        }
    }

    public IReadOnlyList<(string Name, StoredType Type)> Columns { get; }

    /// <summary>From 1; 0 before the first.</summary>
    public long RowNumber { get; private set; }

    /// <summary>Begins to read; only the columns at these places are looked at, the others are null.</summary>
    public void Open(IReadOnlyCollection<int> places) => Guarded(() =>
    {
        int[] wanted = [.. places.Order()];
        _cells = [.. Enumerable.Range(0, Columns.Count).Select(place => Array.IndexOf(wanted, place))];
        var fields = wanted.Select(place => Sql(Columns[place])).DefaultIfEmpty("null::varchar");
        _result = _connection.Stream($"select {string.Join(", ", fields)} from read_parquet($1, hive_partitioning = false)", _path);
        return true;
    });

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="InvalidDataException">The file is damaged further on.</exception>
    public bool Read()
    {
        while (_chunk is null || ++_row == _chunk.Rows)
        {
            _chunk?.Dispose();
            _chunk = Guarded(_result!.Read);
            _row = -1;
            if (_chunk is not null) { continue; }
            return RowNumber == _rows ? false : throw new InvalidDataException("The file has fewer rows than it says.");
        }
        RowNumber++;
        return true;
    }

    /// <summary>A field of the row, good until the next is read; nothing where it is null.</summary>
    public ReadOnlySpan<byte> Field(int place)
    {
        if (_cells[place] < 0) { return []; }
        var column = _chunk!.Column(_cells[place]);
        return column.IsNull(_row) ? [] : column.Values<DuckString>()[_row].Utf8;
    }

    public void Dispose()
    {
        _chunk?.Dispose();
        _chunk = null;
        _result?.Dispose();
        _result = null;
        _connection.Dispose();
        _database.Dispose();
    }

    private static string Sql((string Name, StoredType Type) column)
    {
        var name = $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return column.Type is StoredType.Date or StoredType.Timestamp ? $"strftime({name}, '%Y-%m-%d')" : $"{name}::varchar";
    }

    /// <summary>DuckDB's text may quote data, so it is for debugging alone.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckException problem)
        {
            throw new InvalidDataException("The file is damaged.", problem);
        }
    }

    private static long Number(DuckResult result)
    {
        using var chunk = result.Read();
        return chunk!.Column(0).Values<long>()[0];
    }

    private static StoredType TypeOf(DuckType type) => type switch
    {
        DuckType.Varchar => StoredType.Text,
        DuckType.Date => StoredType.Date,
        DuckType.Timestamp or DuckType.TimestampSeconds or DuckType.TimestampMilliseconds or DuckType.TimestampNanoseconds => StoredType.Timestamp,
        DuckType.TinyInt or DuckType.SmallInt or DuckType.Integer or DuckType.BigInt or DuckType.HugeInt => StoredType.Whole,
        DuckType.UTinyInt or DuckType.USmallInt or DuckType.UInteger or DuckType.UBigInt => StoredType.Whole,
        DuckType.Decimal => StoredType.Decimal,
        DuckType.Double => StoredType.Double,
        DuckType.Boolean => StoredType.Boolean,
        _ => StoredType.Other,
    };
}
