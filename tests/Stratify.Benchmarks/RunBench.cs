using System.Globalization;
using System.Text.Json;

namespace Stratify.Benchmarks;

/// <summary>A whole run, station by station as its manifest times them; and the same job with one scheme less, which is what a researcher's next question costs.</summary>
internal static class RunBench
{
    internal static void Run(int people, int rounds, int threads)
    {
        var folder = Population.Folder(people);
        var job = Path.Combine(folder, "stratify.yml");
        var other = Path.Combine(folder, "another.yml");
        File.WriteAllText(other, File.ReadAllText(job).Replace("number-of-conditions, ", "", StringComparison.Ordinal));
        var output = Directory.CreateTempSubdirectory("stratify-benchmark-runs-").FullName;
        var whole = new List<IReadOnlyList<(string Station, double Seconds)>>();
        var again = new List<IReadOnlyList<(string Station, double Seconds)>>();
        for (var round = 0; round < rounds; round++)
        {
            whole.Add(Time(job, output, threads));
            again.Add(Time(other, output, threads));
        }
        Directory.Delete(output, recursive: true);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people, {Population.Bytes(folder) / 1e6:N0} MB of CSV, medians of {rounds} rounds, wall seconds"));
        Console.Out.WriteLine();
        Console.Out.WriteLine("| station | whole run | another scheme | ratio |");
        Console.Out.WriteLine("|---|---|---|---|");
        foreach (var (station, i) in whole[0].Select((part, i) => (part.Station, i)))
        {
            double first = Middle(whole, i), second = Middle(again, i);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {station} | {first:F2} | {second:F2} | {second / Math.Max(first, 0.001):F2} |"));
        }
    }

    /// <summary>The stations' own times, and at the end that of everything, what stands between them included.</summary>
    private static IReadOnlyList<(string, double)> Time(string job, string output, int threads)
    {
        RunOutcome? outcome = null;
        var all = Measurement.Of(() =>
        {
            outcome = global::Stratify.Run.Execute(Planner.Read(job), new RunOptions { Output = output, Threads = threads, Fresh = true }, new Unheard());
            return 0;
        });
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(outcome!.Folder, Manifest.FileName)));
        var stations = manifest.RootElement.GetProperty("timings").EnumerateObject().Where(timing => timing.Name.EndsWith("_ms", StringComparison.Ordinal));
        return [.. stations.Select(station => (station.Name[..^3], station.Value.GetInt64() / 1000.0)), ("everything", all.Wall), ("everything, CPU", all.Cpu)];
    }

    private static double Middle(List<IReadOnlyList<(string Station, double Seconds)>> rounds, int part) =>
        rounds.Select(round => round[part].Seconds).Order().ElementAt(rounds.Count / 2);

    private sealed class Unheard : IProgress<RunEvent>
    {
        public void Report(RunEvent value) { }
    }
}
