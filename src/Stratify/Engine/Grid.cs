namespace Stratify.Engine;

/// <summary>A small result, whole: values are long, double, decimal, string, bool, DateOnly or null.</summary>
public sealed record Grid(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    public int Count => Rows.Count;

    /// <summary>The value of a row's column, null as the type's default.</summary>
    public T? Get<T>(int row, string column) => (T?)Rows[row][Index(column)];

    private int Index(string column)
    {
        for (var i = 0; i < Columns.Count; i++) { if (Columns[i] == column) { return i; } }
        throw new ArgumentException($"The result has no column {column}.");
    }
}
