using System.Globalization;
using System.Text.Json;
using Stratify.Datasets;
using Stratify.Problems;
using Stratify.Reports;
using Stratify.Results;
using Stratify.Settings;

namespace Stratify.Benchmarks;

/// <summary>The report of a published run, drawn again from its tables by a process that does nothing else: every picture, the page and the document.</summary>
internal static class ReportBench
{
    internal const string Subject = "report";

    /// <param name="run">A published run's folder, or one that holds its <c>tables</c>.</param>
    internal static void Run(string run, int rounds)
    {
        var output = Directory.CreateTempSubdirectory("stratify-benchmark-report-").FullName;
        var median = Measurement.Median([.. Enumerable.Range(0, rounds).Select(_ => Child.Measure(Subject, Path.GetFullPath(run), 0, output))]);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU {median.Cpu:F2} s, wall {median.Wall:F2} s, peak memory {median.PeakMegabytes:F0} MB; medians of {rounds} rounds, the start of the process itself left out"));
        foreach (var kind in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).GroupBy(Path.GetExtension).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()} files, {kind.Sum(file => new FileInfo(file).Length) / 1e3:N0} kB"));
        }
        Directory.Delete(output, recursive: true);
    }

    /// <returns>How many files there are.</returns>
    internal static long Draw(string run, string output)
    {
        ReportFiles.Write(CommissionerReport.Make(Read(Path.Combine(run, "tables")), Facts), output);
        return Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).LongCount();
    }

    private static RunFacts Facts => new()
    {
        Job = "some-place",
        Years = ["2024/25"],
        PeriodEnd = new DateOnly(2025, 3, 31),
        Prices = "2024/25",
        Seed = 1,
        Version = "0.0.0",
        Disclosure = DisclosureRule.OpenSafely.Says,
        Definitions = [("job", "00000000")],
        Datasets = Catalogue.All.ToDictionary(dataset => dataset.Name, dataset => dataset.Title),
        MissingDatasets = [],
        Schemes = [],
        Laws = 1,
    };

    /// <summary>Published tables as a data package describes them.</summary>
    private static ResultSet Read(string folder)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")));
        return new ResultSet(DisclosureRule.OpenSafely, [.. package.RootElement.GetProperty("resources").EnumerateArray().Select(resource => Table(folder, resource))]);
    }

    private static ResultTable Table(string folder, JsonElement resource)
    {
        string Of(JsonElement element, string name) => element.GetProperty(name).GetString()!;
        List<ResultColumn> columns = [.. resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => new ResultColumn(Of(field, "name"), Of(field, "description"), Enum.Parse<Unit>(Of(field, "unit"), ignoreCase: true)))];
        using var csv = File.OpenRead(Path.Combine(folder, Of(resource, "path")));
        List<IReadOnlyList<Cell>> rows = [.. ReferenceCsv.Read(csv, Of(resource, "path"), ProblemKinds.PriceBookWrong, [.. columns.Select(column => column.Name)])
            .Select(row => (IReadOnlyList<Cell>)[.. columns.Select(column => Cell(column, row.Fields[column.Name]))])];
        return new ResultTable(Of(resource, "name"), Of(resource, "title"), columns, rows);
    }

    private static Cell Cell(ResultColumn column, string text) => (column.Unit, text) switch
    {
        (Unit.Text, _) => new TextCell(text),
        (_, "[c]") => HiddenCell.Instance,
        (_, "[z]") => NotApplicableCell.Instance,
        (_, "0") => ZeroCell.Instance,
        _ => new ValueCell(decimal.Parse(text, CultureInfo.InvariantCulture)),
    };
}
