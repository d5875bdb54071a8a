using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Stratify.Results;

/// <summary>Writes tables as tidy CSV, and a data package (Frictionless) that says what every column means.</summary>
public static class ResultFiles
{
    /// <param name="peopleOf">Of which run the people are, in a sentence, where they were taken up from another; null for the run's own.</param>
    public static void Write(ResultSet results, string folder, string? peopleOf = null)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in results.Tables) { WriteCsv(table, Path.Combine(folder, $"{table.Name}.csv")); }
        WritePackage(results, peopleOf, Path.Combine(folder, "datapackage.json"));
    }

    /// <summary>One table as tidy CSV: UTF-8, LF.</summary>
    public static void WriteCsv(ResultTable table, string path)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        using var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows) { csv.WriteRecord([.. row.Select(Text)]); }
    }

    /// <summary>A label that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    private static string Text(Cell cell) => cell is TextCell { Text: ['=' or '+' or '-' or '@' or '\t', ..] text } ? $"'{text}" : cell.Csv;

    private static void WritePackage(ResultSet results, string? peopleOf, string path)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "stratify-results");
        json.WriteString("description", $"Results after disclosure control ({results.Rule.Name}). {results.Rule.Says} [c] is a hidden number, [z] not applicable, 0 a true zero.{(peopleOf is null ? "" : $" {peopleOf}")}");
        json.WriteStartArray("resources");
        foreach (var table in results.Tables) { WriteResource(json, table); }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, ResultTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("path", $"{table.Name}.csv");
        json.WriteString("title", table.Title);
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Unit == Unit.Text ? "string" : "number");
            json.WriteString("description", column.Meaning);
            json.WriteString("unit", column.Unit.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("[c]");
        json.WriteStringValue("[z]");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
