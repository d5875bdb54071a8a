using System.Globalization;
using System.Text;
using System.Text.Json;
using Stratify.Results;

namespace Stratify.Releases;

/// <summary>The folder that leaves: each table long and in parts that a checker can read, what is to be known of it beside it, and each picture with its figures.</summary>
/// <param name="Before">The release before this one; null for the first.</param>
internal sealed record ReleasePack(ReleaseOrder Order, ReleasedRun Run, ResultSet Results, Released Entry, Released? Before)
{
    /// <summary>What output checkers take: OpenSAFELY's limit of rows a file.</summary>
    private const int RowsAFile = 5000;

    private readonly string _folder = $"{Path.TrimEndingDirectorySeparator(Order.To)}.part";

    private readonly ResultSet? _before = Before?.Results();

    /// <returns>Names of the files, in ordinal order.</returns>
    internal IReadOnlyList<string> Write()
    {
        if (Directory.Exists(_folder)) { Directory.Delete(_folder, recursive: true); }
        Directory.CreateDirectory(Path.Combine(_folder, "tables"));
        Directory.CreateDirectory(Path.Combine(_folder, "context"));
        foreach (var table in Results.Tables)
        {
            WriteLong(table);
            Text($"context/{table.Name}.md", new ReleaseContext(Run, Results, table, _before?.Find(table.Name), Before).Write());
        }
        if (Order.Tables.Count == 0) { CopyCharts(); }
        if (Order.WithReport) { foreach (var file in new[] { "report.html", "report.pdf" }) { File.Copy(Path.Combine(Order.Run, file), Path.Combine(_folder, file)); } }
        DataPackage.Write(_folder, "stratify-release", json => json.WriteString("disclosure", Results.Rule.Name), Results.Tables.Select(Packaged));
        Text("README.md", ReadMe());
        var files = Manifest.Outputs(_folder);
        WriteFacts(files);
        Directory.Move(_folder, Order.To);
        return [.. files.Select(file => file.Name).Append("release.json").Order(StringComparer.Ordinal)];
    }

    /// <summary>One row a figure, its names before it: what a checker reads, and what every tool can pivot.</summary>
    private void WriteLong(ResultTable table)
    {
        var names = table.Labels.Select(label => label.Name).ToList();
        var rows = Enumerable.Range(0, table.Rows.Count).SelectMany(row => table.Figures.Select(figure => (string[])[.. names.Select(name => ResultFiles.Escaped(table.Text(row, name))), figure.Name, table[row, figure.Name].Csv])).ToList();
        for (var part = 0; part < Parts(table); part++)
        {
            ResultFiles.WriteRecords(Path.Combine(_folder, FileOf(table, part)), rows.Skip(part * RowsAFile).Take(RowsAFile).Prepend([.. names, "figure", "value"]));
        }
    }

    private static int Parts(ResultTable table) => Math.Max(1, ((table.Rows.Count * table.Figures.Count()) + RowsAFile - 1) / RowsAFile);

    private static string FileOf(ResultTable table, int part) => string.Create(CultureInfo.InvariantCulture, $"tables/{table.Name}{(Parts(table) > 1 ? $"-{part + 1:00}" : "")}.csv");

    /// <summary>Pictures as PNG, which checkers take, and not as SVG, which some refuse.</summary>
    private void CopyCharts()
    {
        var charts = Path.Combine(Order.Run, "charts");
        Directory.CreateDirectory(Path.Combine(_folder, "charts"));
        foreach (var file in Directory.EnumerateFiles(charts).Where(file => Path.GetExtension(file) is ".png" or ".csv")) { File.Copy(file, Path.Combine(_folder, "charts", Path.GetFileName(file))); }
    }

    private static PackagedTable Packaged(ResultTable table) => new(table, [.. Enumerable.Range(0, Parts(table)).Select(part => FileOf(table, part))],
    [
        .. table.Labels.Select(column => new PackagedField(column.Name, true, column.Meaning)),
        new PackagedField("figure", true, $"What the value is: {string.Join(", ", table.Figures.Select(column => column.Name))}; context/{table.Name}.md says what each means."),
        new PackagedField("value", false, "The figure after disclosure control."),
    ]);

    private string ReadMe() => string.Create(CultureInfo.InvariantCulture, $"""
        # Release {Entry.Number} of {Run.Job}, {string.Join(", ", Run.Years)}

        Released on {Order.Day:yyyy-MM-dd} from run {Run.Id}.{(Order.Purpose.Length > 0 ? $" Purpose: {Order.Purpose}" : "")}

        - `tables/` has {Results.Tables.Count} tables, one row a figure; `datapackage.json` describes them.
        - `context/` says of each table whom it is about, what its figures mean, which others tell of the same groups, what was hidden and how, and what has changed since the last release.
        - `charts/` has each picture beside the figures it was drawn from, where all tables were released.
        - `release.json` has the hash of every file.

        Control: {Results.Rule.Name}. {Results.Rule.Says} `[c]` is a hidden number, `[z]` not applicable, `0` a true zero. Before it left, everything here was attacked together with
        {(Before is null ? "no earlier release, as this is the first" : $"the {Entry.Number - 1} {(Entry.Number == 2 ? "release" : "releases")} before it")}: sums over all tables narrow nothing down that is hidden.

        """);

    private void WriteFacts(IReadOnlyList<(string Name, string Hash)> files)
    {
        using var stream = File.Create(Path.Combine(_folder, "release.json"));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("release", Entry.Number);
        json.WriteString("day", Order.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("run_id", Run.Id);
        json.WriteString("job", Run.Job);
        json.WriteString("disclosure", Results.Rule.Name);
        json.WriteString("purpose", Order.Purpose);
        json.WriteNumber("days_between_releases", Order.LeastDays);
        ManifestJson.Pairs(json, "files", files);
        json.WriteEndObject();
    }

    private void Text(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text, new UTF8Encoding(false));
}
