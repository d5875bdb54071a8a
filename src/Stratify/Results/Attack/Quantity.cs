namespace Stratify.Results.Attack;

/// <summary>
/// A column of a published table as whoever wants to know more reads it: each cell is a number of some group, which other tables may tell too,
/// and groups add up to larger ones. A group is named by labels: those of the row, and what the column itself says.
/// </summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Column">The column of counts of people, or of pounds.</param>
/// <param name="Labels">Columns that name a row's group, and what other tables call the same label.</param>
public sealed record Quantity(string Table, string Column, params IReadOnlyList<(string Column, string Label)> Labels)
{
    /// <summary>What is counted: the same groups have people, users, deaths or pounds.</summary>
    public string Of { get; init; } = "people";

    /// <summary>Labels that the column itself says.</summary>
    public IReadOnlyList<(string Label, string Text)> Says { get; init; } = [];

    /// <summary>Sets of labels over which the rows add up to the group without them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AddsUpOver { get; init; } = [];

    /// <summary>The column of how many people the pounds are of, which decides how far a published figure can be from the true one; null for a count.</summary>
    public string? People { get; init; }

    /// <summary>Whether the column has pounds a person rather than pounds.</summary>
    public bool IsMean { get; init; }

    /// <summary>Only rows with this text in this column count; null when all do.</summary>
    public (string Column, string Text)? Only { get; init; }

    /// <summary>Columns to be hidden with this one, where it must be; none when the whole row must.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Rows with this text in this column are parts of no whole.</summary>
    public (string Column, string Text) NoParts { get; init; } = ("kind", "sets");

    public bool IsOfRow => With.Count == 0;

    public IEnumerable<int> Rows(ResultTable table) => Only is { } only ? table.Where((only.Column, only.Text)) : Enumerable.Range(0, table.Rows.Count);

    public bool IsPart(ResultTable table, int row) => !table.Has(NoParts.Column) || table.Text(row, NoParts.Column) != NoParts.Text;

    /// <summary>What is counted, of whom: the same for the same group in any table.</summary>
    public string Name(ResultTable table, int row, IReadOnlyList<string>? without = null) =>
        $"{Of} of {string.Join(", ", Labels.Select(label => (label.Label, Text: table.Text(row, label.Column))).Concat(Says).Where(label => without?.Contains(label.Label) != true).OrderBy(label => label.Label, StringComparer.Ordinal).Select(label => $"{label.Label} {label.Text}"))}";
}
