namespace Stratify.DuckDb;

/// <summary>A column's type as DuckDB numbers it; the values are those of its C header.</summary>
public enum DuckType
{
    Invalid = 0, Boolean = 1, TinyInt = 2, SmallInt = 3, Integer = 4, BigInt = 5, UTinyInt = 6, USmallInt = 7, UInteger = 8, UBigInt = 9,
    Float = 10, Double = 11, Timestamp = 12, Date = 13, Time = 14, Interval = 15, HugeInt = 16, Varchar = 17, Blob = 18, Decimal = 19,
    TimestampSeconds = 20, TimestampMilliseconds = 21, TimestampNanoseconds = 22, Enum = 23,
}

/// <summary>A column that a table function gives: its name, its type and, for decimals held in 64 bits, how many digits stand after the point.</summary>
public sealed record DuckColumnType(string Name, DuckType Type, byte Scale = 0);

/// <summary>DuckDB refused a statement. Its text may quote data, so it is for debugging and never for a log.</summary>
public sealed class DuckException(string message, int kind = 0) : Exception(message)
{
    /// <summary>Kinds that a caller can tell apart, by the numbers of DuckDB's C header.</summary>
    public const int InputOutput = 28, Interrupted = 29, OutOfMemory = 33;

    /// <summary>DuckDB's own number of the kind of error.</summary>
    public int Kind { get; } = kind;
}
