using System.Globalization;
using Stratify.Problems;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify;

/// <summary>A row of a table that a run published, read back: names as text, figures as they may be seen.</summary>
internal sealed record PublishedRow(Place Place, IReadOnlyDictionary<string, string> Fields)
{
    internal string Text(string column) => Fields[column];

    internal Cell Figure(string column) => Fields[column] switch
    {
        "0" => ZeroCell.Instance,
        var text when text == HiddenCell.Instance.Csv => HiddenCell.Instance,
        var text when text == NotApplicableCell.Instance.Csv => NotApplicableCell.Instance,
        var text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) => new ValueCell(value),
        _ => throw new DefinitionException(ProblemKinds.VerifyFailed.At(Place, "The line is not one of this table, as a run writes it.", "'stratify verify' says which files have changed.")),
    };
}

/// <summary>Reads the tables of a published run.</summary>
internal static class PublishedTable
{
    /// <param name="folder">The run's own folder.</param>
    internal static bool IsThere(string folder, string table) => File.Exists(PathOf(folder, table));

    /// <exception cref="DefinitionException">It is no published run, or what it published is damaged.</exception>
    internal static IReadOnlyList<PublishedRow> Read(string folder, string table, params string[] columns) => Of(PathOf(folder, table), table, columns);

    /// <summary>What became of every row and pound of the extracts.</summary>
    /// <exception cref="DefinitionException">As for a table.</exception>
    internal static IReadOnlyList<PublishedRow> Ledger(string folder) => Of(Path.Combine(folder, "ledger.csv"), "what became of rows", "dataset", "outcome", "reason", "rows", "pounds");

    private static IReadOnlyList<PublishedRow> Of(string path, string table, params string[] columns)
    {
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), $"There is no published run here, for it has no table of {table}.", "Give a published run's folder, or an output folder for its current run.")); }
        using var stream = File.OpenRead(path);
        return [.. ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, columns).Select(row => new PublishedRow(row.Place, row.Fields))];
    }

    private static string PathOf(string folder, string table) => Path.Combine(folder, "tables", $"{table}.csv");
}
