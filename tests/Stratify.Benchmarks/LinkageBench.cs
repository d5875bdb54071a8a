using System.Globalization;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Benchmarks;

/// <summary>A whole run that links a council's records without a number to a register by probability, in a process of its own: time, memory, pairs a second, and how much of it is true.</summary>
internal static class LinkageBench
{
    internal const string Subject = "linkage";

    internal static void Run(int people, int threads)
    {
        var folder = LinkagePopulation.Folder(people);
        var run = Child.Measure(Subject, folder, threads);
        var published = Path.Combine(Output(folder), File.ReadAllText(Path.Combine(Output(folder), "CURRENT")).Trim());
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(published, Manifest.FileName)));
        var linkage = manifest.RootElement.GetProperty("timings").GetProperty("linkage_ms").GetInt64() / 1000.0;
        var pairs = Rows(published, "linkage_patterns.csv", "pairs").Sum(row => long.Parse(row["pairs"], CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people} people, {LinkagePopulation.Records(people)} records, {pairs} pairs: {run.Wall:0.0} s, {run.Cpu:0.0} s of processors, of which linkage {linkage:0.0} s, {pairs / linkage:0} pairs a second; {run.PeakMegabytes:0} MB at most"));
        Judge(LinkagePopulation.Truth(folder), Rows(published, "linkage_review.csv", "source_id", "grade", "person_id"));
    }

    /// <summary>The run as a user would start it, without what a run before it left.</summary>
    internal static long Execute(string folder, int threads)
    {
        if (Directory.Exists(Output(folder))) { Directory.Delete(Output(folder), recursive: true); }
        global::Stratify.Run.Execute(Planner.Read(Path.Combine(folder, "stratify.yml")), new RunOptions { Output = Output(folder), Threads = threads }, new Unheard());
        return 1;
    }

    private static string Output(string folder) => $"{folder}-runs";

    private static void Judge(IReadOnlyList<string> truth, IReadOnlyList<IReadOnlyDictionary<string, string>> links)
    {
        var judged = links.Select(link => (link, Grade: link["grade"], IsTrue: link["person_id"] == truth[int.Parse(link["source_id"].Split('/')[^2][1..], CultureInfo.InvariantCulture)])).ToList();
        foreach (var grade in judged.GroupBy(link => link.Grade).OrderBy(grade => grade.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {grade.Key}  {grade.Count(),8} records{(grade.Key == "U" ? "" : $", {grade.Count(link => !link.IsTrue)} of another person")}"));
        }
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string folder, string file, params string[] columns)
    {
        var path = Path.Combine(folder, "restricted", file);
        using var stream = File.OpenRead(path);
        return [.. ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, columns).Select(row => row.Fields)];
    }

    private sealed class Unheard : IProgress<RunEvent>
    {
        public void Report(RunEvent value) { }
    }
}
