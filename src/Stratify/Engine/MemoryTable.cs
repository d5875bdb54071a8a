using System.Text;
using Stratify.DuckDb;

namespace Stratify.Engine;

/// <summary>Rows computed in C#, made into a table in one go.</summary>
public static class MemoryTable
{
    /// <param name="columns">Name and type: varchar, bigint, double, boolean, or an enum of texts.</param>
    /// <param name="rows">Values of those types (string, long, double, bool) or null.</param>
    public static void Create(Warehouse warehouse, string table, IReadOnlyList<(string Name, string Type)> columns, IEnumerable<object?[]> rows)
    {
        warehouse.Register(new TableFunction($"rows_of_{table}", _ => new Rows(columns, rows)));
        var typed = columns.Where(column => IsEnum(column.Type)).Select(column => $"cast({column.Name} as {column.Type}) as {column.Name}").ToList();
        warehouse.Execute($"create or replace table {table} as select *{(typed.Count > 0 ? $" replace ({string.Join(", ", typed)})" : "")} from rows_of_{table}('')");
    }

    private static bool IsEnum(string type) => type.StartsWith("enum(", StringComparison.Ordinal);

    private sealed class Rows(IReadOnlyList<(string Name, string Type)> columns, IEnumerable<object?[]> rows) : RowsInOrder
    {
        private readonly IEnumerator<object?[]> _rows = rows.GetEnumerator();

        public override IReadOnlyList<DuckColumnType> Columns { get; } = [.. columns.Select(column => new DuckColumnType(column.Name, column.Type switch
        {
            "varchar" => DuckType.Varchar,
            "bigint" => DuckType.BigInt,
            "double" => DuckType.Double,
            "boolean" => DuckType.Boolean,
            var type when IsEnum(type) => DuckType.Varchar,
            _ => throw new ArgumentException($"A table from memory has no column of type {column.Type}."),
        }))];

        public override int Fill(TableOutput output)
        {
            var row = 0;
            for (; row < TableOutput.Capacity && _rows.MoveNext(); row++)
            {
                for (var column = 0; column < Columns.Count; column++) { Write(output, column, row, _rows.Current[column]); }
            }
            return row;
        }

        public override void Dispose()
        {
            _rows.Dispose();
            base.Dispose();
        }

        private static void Write(TableOutput output, int column, int row, object? value)
        {
            switch (value)
            {
                case null: output.SetNull(column, row); break;
                case string text: output.SetText(column, row, Encoding.UTF8.GetBytes(text)); break;
                case long number: output.Set(column, row, number); break;
                case double number: output.Set(column, row, number); break;
                case bool flag: output.Set(column, row, flag ? (byte)1 : (byte)0); break;
                default: throw new ArgumentException($"A value of type {value.GetType().Name} has no place in a table.");
            }
        }
    }
}
