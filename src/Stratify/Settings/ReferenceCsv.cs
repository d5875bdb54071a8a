using CsvHelper;
using Stratify.Problems;

namespace Stratify.Settings;

/// <summary>A small reference table (prices, code lists, opt-outs) as CSV, shipped or the user's own. Extracts are never read this way.</summary>
public static class ReferenceCsv
{
    /// <summary>The rows, each with its line and its fields by column name; a missing field is empty.</summary>
    /// <param name="kind">The kind of problem to report when the table is not as it should be.</param>
    /// <param name="columns">Columns that the header must have.</param>
    /// <exception cref="DefinitionException">A column is missing, or a row is not CSV.</exception>
    public static IReadOnlyList<(Place Place, IReadOnlyDictionary<string, string> Fields)> Read(Stream stream, string file, ProblemKind kind, params string[] columns) => Read(stream, file, kind, columns, []);

    /// <param name="optional">Columns that the header may have; without them their fields are empty.</param>
    /// <inheritdoc cref="Read(Stream, string, ProblemKind, string[])"/>
    public static IReadOnlyList<(Place Place, IReadOnlyDictionary<string, string> Fields)> Read(Stream stream, string file, ProblemKind kind, string[] columns, string[] optional)
    {
        using var reader = CsvReader.Create(stream, CsvReaderOptions.Default with { TrackLineNumbers = true });
        var rows = new List<(Place, IReadOnlyDictionary<string, string>)>();
        try
        {
            while (reader.Read())
            {
                if (rows.Count == 0) { RequireColumns(reader, file, kind, columns); }
                rows.Add((new Place(file, (int)reader.LineNumber), columns.Concat(optional).ToDictionary(column => column, column => reader.TryGetFieldIndex(column, out _) ? reader.GetString(column).Trim() : "")));
            }
        }
        catch (CsvFormatException problem)
        {
            throw new DefinitionException(kind.At(new Place(file, (int)reader.LineNumber), "The line is not CSV.", $"{problem.GetType().Name}: look for a quote that does not close."));
        }
        return rows;
    }

    /// <summary>A table that ships with the engine: <c>prices/2024-25.csv</c>.</summary>
    public static Stream? Shipped(string resource) => typeof(ReferenceCsv).Assembly.GetManifestResourceStream(resource);

    private static void RequireColumns(CsvReader reader, string file, ProblemKind kind, string[] columns)
    {
        var missing = columns.Where(column => !reader.TryGetFieldIndex(column, out _)).ToList();
        if (missing.Count > 0) { throw new DefinitionException(kind.At(new Place(file, 1), $"The header lacks {string.Join(", ", missing)}.")); }
    }
}
