using System.Diagnostics;
using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>This program once more, as the process in which one subject is measured once.</summary>
internal static class Child
{
    internal const string Verb = "child";

    internal static Measurement Measure(string subject, string folder, int threads, string memory = "")
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Verb, subject, folder, threads.ToString(CultureInfo.InvariantCulture), memory]) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Measurement.Parse(line.Trim()) : throw new InvalidOperationException($"The subject {subject} failed.");
    }

    internal static int Run(string subject, string folder, int threads, string memory)
    {
        Console.Out.WriteLine(Measurement.Of(() => subject switch
        {
            LinkageBench.Subject => LinkageBench.Execute(folder, threads),
            ModelsBench.Fitted => ModelsBench.Fit(folder, threads),
            ModelsBench.Resampled => ModelsBench.Resample(folder, threads),
            ReportBench.Subject => ReportBench.Draw(folder, memory),
            PlainRivals.DuckDb => PlainRivals.ExecuteDuckDb(folder, threads, memory),
            _ when WholeRun.Jobs.ContainsKey(subject) => WholeRun.Execute(subject, folder, threads, memory),
            _ => Subjects.Landing[subject](folder, threads),
        }));
        return 0;
    }
}
