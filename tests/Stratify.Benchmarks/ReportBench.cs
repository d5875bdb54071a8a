using System.Globalization;
using Stratify.Reports;

namespace Stratify.Benchmarks;

/// <summary>The report of a published run, drawn again from its tables by a process that does nothing else: every picture, the page and the document.</summary>
internal static class ReportBench
{
    internal const string Subject = "report";

    /// <param name="run">A published run's folder, or a copy of what is for everybody in it.</param>
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
        ReportAgain.Make(run, Audience.Everyone, output);
        return Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).LongCount();
    }
}
