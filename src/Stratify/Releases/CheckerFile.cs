using System.Globalization;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify.Releases;

/// <summary>Every released figure beside the true value, for the person who checks a release: it stays in the ledger and never leaves.</summary>
internal static class CheckerFile
{
    internal static void Write(ResultSet results, string exact, string path) =>
        ResultFiles.WriteRecords(path, results.Tables.SelectMany(table => Lines(table, exact)).Prepend(["table", "row", "of", "figure", "released", "true_value"]));

    private static IEnumerable<string[]> Lines(ResultTable table, string exact)
    {
        var names = table.Labels.Select(label => label.Name).ToList();
        var truth = True(table, Path.Combine(exact, $"{table.Name}.csv"));
        return
            from row in Enumerable.Range(0, table.Rows.Count)
            let of = string.Join("; ", names.Select(name => ResultFiles.Escaped(table.Text(row, name))))
            from column in table.Figures
            where column.Unit != Unit.Rows
            select (string[])[table.Name, string.Create(CultureInfo.InvariantCulture, $"{row + 1}"), of, column.Name, table[row, column.Name].Csv, truth[row][column.Name]];
    }

    /// <summary>The same rows in the same order, as both were made by one query.</summary>
    private static IReadOnlyList<IReadOnlyDictionary<string, string>> True(ResultTable table, string path)
    {
        using var stream = File.OpenRead(path);
        var rows = ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, [.. table.Columns.Select(column => column.Name)]);
        return rows.Count == table.Rows.Count ? [.. rows.Select(row => row.Fields)]
            : throw new DefinitionException(ProblemKinds.VerifyFailed.At(new Place(path), "The true values are not those of the published table.", "Run the job again."));
    }
}
