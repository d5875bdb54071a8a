namespace Stratify.Results;

/// <summary>A column of a published table.</summary>
/// <param name="Meaning">One sentence, printed in the data package.</param>
public sealed record ResultColumn(string Name, string Meaning, Unit Unit);

/// <summary>A table as it is published: disclosure control is done, and nothing behind it is known any more.</summary>
public sealed record ResultTable(string Name, string Title, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Label columns within which the rows are parts of one published whole; empty when they are parts of none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Wholes { get; init; } = [];

    public Cell this[int row, string column] => Rows[row][Index(column)];

    /// <summary>The text of a label column.</summary>
    public string Text(int row, string column) => this[row, column] is TextCell text ? text.Text : "";

    /// <summary>Numbers of the rows whose label columns hold these texts.</summary>
    public IEnumerable<int> Where(params (string Column, string Text)[] labels) =>
        Enumerable.Range(0, Rows.Count).Where(row => labels.All(label => Text(row, label.Column) == label.Text));

    /// <summary>Some rows and columns under a name of their own: what one picture shows.</summary>
    public ResultTable Part(string name, string title, IEnumerable<int> rows, params string[] columns)
    {
        int[] places = [.. columns.Select(Index)];
        return new ResultTable(name, title, [.. places.Select(place => Columns[place])], [.. rows.Select(row => (IReadOnlyList<Cell>)[.. places.Select(place => Rows[row][place])])]);
    }

    /// <summary>The columns that name a row.</summary>
    public IEnumerable<ResultColumn> Labels => Columns.Where(column => column.Unit == Unit.Text);

    /// <summary>The columns that tell something of what a row is about.</summary>
    public IEnumerable<ResultColumn> Figures => Columns.Where(column => column.Unit != Unit.Text);

    public bool Has(string column) => Columns.Any(known => known.Name == column);

    public int HiddenCells => Rows.Sum(row => row.Count(cell => cell.IsHidden));

    private int Index(string column)
    {
        for (var i = 0; i < Columns.Count; i++) { if (Columns[i].Name == column) { return i; } }
        throw new ArgumentException($"{Name} has no column {column}.");
    }
}

/// <summary>All tables of a run, by name, after disclosure control.</summary>
public sealed record ResultSet(DisclosureRule Rule, IReadOnlyList<ResultTable> Tables)
{
    public ResultTable this[string name] => Tables.Single(table => table.Name == name);

    /// <summary>Null where nobody asked for the table.</summary>
    public ResultTable? Find(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
