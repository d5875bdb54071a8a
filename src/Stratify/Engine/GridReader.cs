using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>Turns DuckDB's chunks into values of .NET.</summary>
internal static class GridReader
{
    internal static Grid Read(DuckResult result)
    {
        var columns = Enumerable.Range(0, result.ColumnCount).Select(column => Reader(result, column)).ToArray();
        var rows = new List<object?[]>();
        while (result.Read() is { } chunk)
        {
            using (chunk)
            {
                var first = rows.Count;
                for (var row = 0; row < chunk.Rows; row++) { rows.Add(new object?[columns.Length]); }
                for (var column = 0; column < columns.Length; column++)
                {
                    var cells = chunk.Column(column);
                    for (var row = 0; row < chunk.Rows; row++) { rows[first + row][column] = cells.IsNull(row) ? null : columns[column](cells, row); }
                }
            }
        }
        return new Grid([.. Enumerable.Range(0, columns.Length).Select(result.Name)], rows);
    }

    internal static long[][] ReadLongs(DuckResult result)
    {
        var columns = Enumerable.Range(0, result.ColumnCount).Select(_ => new List<long>()).ToArray();
        while (result.Read() is { } chunk)
        {
            using (chunk)
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    if (result.Type(column) != DuckType.BigInt) { throw new ArgumentException($"Column {result.Name(column)} is {result.Type(column)}, not bigint."); }
                    columns[column].AddRange(chunk.Column(column).Values<long>());
                }
            }
        }
        return [.. columns.Select(column => column.ToArray())];
    }

    private delegate object Reads(DuckColumn cells, int row);

    private static Reads Reader(DuckResult result, int column)
    {
        switch (result.Type(column))
        {
            case DuckType.Boolean: return (cells, row) => cells.Values<byte>()[row] != 0;
            case DuckType.TinyInt or DuckType.SmallInt or DuckType.Integer or DuckType.BigInt or DuckType.UBigInt or DuckType.HugeInt: return Whole(result.Type(column));
            case DuckType.Double: return (cells, row) => cells.Values<double>()[row];
            case DuckType.Date: return (cells, row) => DateOnly.FromDayNumber(cells.Values<int>()[row] + DuckConnection.UnixEpochDay);
            case DuckType.Varchar: return (cells, row) => cells.Values<DuckString>()[row].ToString();
            case DuckType.Decimal: return Scaled(result.Decimal(column));
            case DuckType.Enum: return Text(result.Enum(column));
            // A column of nulls alone may be of any type.
            default:
                var type = result.Type(column);
                return (_, _) => throw new ArgumentException($"A column of type {type} cannot be read.");
        }
    }

    private static Reads Whole(DuckType type) => type switch
    {
        DuckType.TinyInt => (cells, row) => (long)cells.Values<sbyte>()[row],
        DuckType.SmallInt => (cells, row) => (long)cells.Values<short>()[row],
        DuckType.Integer => (cells, row) => (long)cells.Values<int>()[row],
        DuckType.BigInt => (cells, row) => cells.Values<long>()[row],
        DuckType.UBigInt => (cells, row) => checked((long)cells.Values<ulong>()[row]),
        _ => (cells, row) => checked((long)cells.Values<Int128>()[row]),
    };

    private static Reads Text((IReadOnlyList<string> Texts, DuckType Storage) list) => list.Storage switch
    {
        DuckType.UTinyInt => (cells, row) => list.Texts[cells.Values<byte>()[row]],
        DuckType.USmallInt => (cells, row) => list.Texts[cells.Values<ushort>()[row]],
        _ => (cells, row) => list.Texts[checked((int)cells.Values<uint>()[row])],
    };

    private static Reads Scaled((int Scale, DuckType Storage) number) => (cells, row) =>
    {
        var units = number.Storage switch
        {
            DuckType.SmallInt => cells.Values<short>()[row],
            DuckType.Integer => cells.Values<int>()[row],
            DuckType.BigInt => cells.Values<long>()[row],
            _ => (decimal)cells.Values<Int128>()[row],
        };
        for (var i = 0; i < number.Scale; i++) { units /= 10; }
        return units;
    };
}
