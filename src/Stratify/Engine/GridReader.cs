using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>Turns DuckDB's chunks into values of .NET.</summary>
internal static class GridReader
{
    internal static Grid Read(DuckResult result)
    {
        var columns = Enumerable.Range(0, result.ColumnCount).ToArray();
        var decimals = columns.Select(column => result.Type(column) == DuckType.Decimal ? result.Decimal(column) : default).ToArray();
        var rows = new List<object?[]>();
        while (result.Read() is { } chunk)
        {
            using (chunk)
            {
                var first = rows.Count;
                for (var row = 0; row < chunk.Rows; row++) { rows.Add(new object?[columns.Length]); }
                foreach (var column in columns)
                {
                    var cells = chunk.Column(column);
                    for (var row = 0; row < chunk.Rows; row++) { rows[first + row][column] = cells.IsNull(row) ? null : Value(cells, row, result.Type(column), decimals[column]); }
                }
            }
        }
        return new Grid([.. columns.Select(result.Name)], rows);
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

    private static object Value(DuckColumn cells, int row, DuckType type, (int Scale, DuckType Storage) number) => type switch
    {
        DuckType.Boolean => cells.Values<byte>()[row] != 0,
        DuckType.TinyInt => (long)cells.Values<sbyte>()[row],
        DuckType.SmallInt => (long)cells.Values<short>()[row],
        DuckType.Integer => (long)cells.Values<int>()[row],
        DuckType.BigInt => cells.Values<long>()[row],
        DuckType.UBigInt => checked((long)cells.Values<ulong>()[row]),
        DuckType.HugeInt => checked((long)cells.Values<Int128>()[row]),
        DuckType.Double => cells.Values<double>()[row],
        DuckType.Date => DateOnly.FromDayNumber(cells.Values<int>()[row] + DuckConnection.UnixEpochDay),
        DuckType.Varchar => cells.Values<DuckString>()[row].ToString(),
        DuckType.Decimal => Scaled(cells, row, number),
        _ => throw new ArgumentException($"A column of type {type} cannot be read."),
    };

    private static object Scaled(DuckColumn cells, int row, (int Scale, DuckType Storage) number)
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
    }
}
