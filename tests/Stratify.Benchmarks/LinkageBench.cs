using System.Globalization;
using System.Text.Json;
using Stratify.Problems;
using Stratify.Settings;
using Stratify.Tests.Support;

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
        foreach (var line in Judge(folder, published, people).Says) { Console.WriteLine($"  {line}"); }
    }

    /// <summary>The run as a user would start it, without what a run before it left.</summary>
    internal static long Execute(string folder, int threads)
    {
        if (Directory.Exists(Output(folder))) { Directory.Delete(Output(folder), recursive: true); }
        global::Stratify.Run.Execute(Planner.Read(Path.Combine(folder, "stratify.yml")), new RunOptions { Output = Output(folder), Threads = threads }, new Unheard());
        return 1;
    }

    private static string Output(string folder) => $"{folder}-runs";

    /// <summary>By what the run left for those who may see single people: links of the review list, and who weighed most.</summary>
    private static LinkTruth Judge(string folder, string published, int people)
    {
        var town = LinkagePopulation.Town(people);
        var truth = LinkagePopulation.Truth(folder, town);
        var pseudonyms = Planner.Plan(Planner.Read(Path.Combine(folder, "stratify.yml"))).Landing.Pseudonyms;
        var numbers = town.People.ToDictionary(person => pseudonyms.OfNumber(LinkagePopulation.Number(person)).ToString(), person => (long)person.Number);
        var likeliest = Rows(published, "linkage_choices.csv", "source_id", "person_id", "probability").ToDictionary(row => row["source_id"]);
        return new LinkTruth([.. Rows(published, "linkage_review.csv", "source_id", "grade", "reason", "person_id").Select(row =>
        {
            var weighed = likeliest.GetValueOrDefault(row["source_id"]);
            return new Link(
                truth[int.Parse(row["source_id"].Split('/')[^2][1..], CultureInfo.InvariantCulture)], row["grade"], row["reason"],
                weighed is null ? null : double.Parse(weighed["probability"], CultureInfo.InvariantCulture),
                row["person_id"].Length == 0 ? null : numbers[row["person_id"]],
                weighed is null ? null : numbers[weighed["person_id"]]);
        })], _ => true);
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
