namespace Stratify.Datasets;

/// <summary>Makes the tables of one related set: each bears the columns that say which submission a row came with.</summary>
/// <param name="set">The set's name; a table's dataset is named by both.</param>
/// <param name="lineage">The set's spelling of those columns.</param>
internal sealed class RelatedColumns(string set, string sector, IReadOnlyList<Column> lineage)
{
    /// <param name="keys">What names a row within its submission.</param>
    internal RelatedTable Table(string key, RelatedPart part, (string Title, string Row) says, string[] keys, Column[] columns, bool needed = false) => new(key, part, new Dataset
    {
        Name = $"{set}_{key.ToLowerInvariant()}",
        Title = says.Title,
        Sector = sector,
        Role = DatasetRole.Related,
        Row = says.Row,
        // Local identifiers are those of one sender, and what is sent again in a later submission is for the relation to judge.
        Grain = ["extract", "provider", "submission", .. keys],
        PersonKeys = part == RelatedPart.Person ? ["provider", "patient", "person"] : [],
        Pounds = columns.FirstOrDefault(column => column.Kind == ColumnKind.Money)?.Name,
        DateFormats = ["yyyy-MM-dd", "dd/MM/yyyy"],
        Columns = [.. columns, .. part == RelatedPart.Submission ? lineage.Select(column => column with { Required = column.Name == "submission" }) : lineage],
    }, needed);
}
