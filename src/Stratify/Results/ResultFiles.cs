using System.Text;
using CsvHelper;

namespace Stratify.Results;

/// <summary>Writes tables as tidy CSV, and a data package (Frictionless) that says what every column means.</summary>
public static class ResultFiles
{
    /// <summary>The folder, among those of single people, where a run's true values lie for whoever checks a release.</summary>
    internal const string Exact = "exact";

    /// <param name="peopleOf">Of which run the people are, in a sentence, where they were taken up from another; null for the run's own.</param>
    public static void Write(ResultSet results, string folder, string? peopleOf = null)
    {
        WriteTables(results, folder);
        WritePackage(results, peopleOf, folder);
    }

    /// <summary>The tables alone.</summary>
    public static void WriteTables(ResultSet results, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in results.Tables) { WriteCsv(table, Path.Combine(folder, $"{table.Name}.csv")); }
    }

    /// <summary>One table as tidy CSV: UTF-8, LF.</summary>
    public static void WriteCsv(ResultTable table, string path) =>
        WriteRecords(path, table.Rows.Select(row => row.Select(Text)).Prepend(table.Columns.Select(column => column.Name)));

    /// <summary>Lines of CSV as they are given: UTF-8, LF.</summary>
    public static void WriteRecords(string path, IEnumerable<IEnumerable<string>> records)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        using var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        foreach (var record in records) { csv.WriteRecord([.. record]); }
    }

    private static string Text(Cell cell) => cell is TextCell text ? Escaped(text.Text) : cell.Csv;

    internal static bool IsEscaped(Cell cell) => cell is TextCell text && Escaped(text.Text) != text.Text;

    /// <summary>A label as it is written, so that a spreadsheet takes it for no formula.</summary>
    public static string Escaped(string text) => text is ['=' or '+' or '-' or '@' or '\t', ..] ? $"'{text}" : text;

    /// <summary>A label as it was before an apostrophe kept it from being a formula.</summary>
    public static string Unescaped(string text) => text is ['\'', '=' or '+' or '-' or '@' or '\t', ..] ? text[1..] : text;

    /// <summary>What the run was controlled by stands beside its tables, so that they can be read back.</summary>
    private static void WritePackage(ResultSet results, string? peopleOf, string folder) => DataPackage.Write(folder, "stratify-results",
        json =>
        {
            json.WriteString("disclosure", results.Rule.Name);
            json.WriteNumber("fewest_people", results.Rule.Least);
            json.WriteNumber("fewest_people_of_a_place", results.Rule.LeastOfPlace);
            json.WriteString("description", $"Results after disclosure control ({results.Rule.Name}). {results.Rule.Says} [c] is a hidden number, [z] not applicable, 0 a true zero.{(peopleOf is null ? "" : $" {peopleOf}")}");
        },
        results.Tables.Select(table => new PackagedTable(table, [$"{table.Name}.csv"], [.. table.Columns.Select(column => new PackagedField(column.Name, column.Unit == Unit.Text, column.Meaning, column.Unit))])));
}
