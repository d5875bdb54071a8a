using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>Ratios against peers and against ourselves, within one run on one machine: CONTRIBUTING says how to read them.</summary>
public static class Program
{
    private const string Usage = "landing|run|linkage|whole|models|report [--run FOLDER] [--people N] [--events N] [--rounds R] [--threads N] [--memory 4GB]: N people up to 900,000 (more for linkage and whole), 100,000 unless said; 30 events a person (whole); 3 rounds; 0 threads for all";

    public static int Main(string[] args)
    {
        if (args is [Child.Verb, var subject, var folder, var threads, var limit]) { return Child.Run(subject, folder, int.Parse(threads, CultureInfo.InvariantCulture), limit); }
        int people = Option(args, "--people") ?? 100_000, rounds = Option(args, "--rounds") ?? 3, processors = Option(args, "--threads") ?? 0;
        switch (args)
        {
            case ["landing", ..]: LandingBench.Run(people, rounds, processors); return 0;
            case ["linkage", ..]: LinkageBench.Run(people, processors); return 0;
            case ["models", ..]: ModelsBench.Run(people, processors); return 0;
            case ["report", ..] when Text(args, "--run") is { Length: > 0 } run: ReportBench.Run(run, rounds); return 0;
            case ["run", ..]: RunBench.Run(people, rounds, processors); return 0;
            case ["whole", ..]: WholeBench.Run(people, Option(args, "--events") ?? people * 30, rounds, processors, Text(args, "--memory")); return 0;
            default: Console.Error.WriteLine(Usage); return 2;
        }
    }

    private static int? Option(string[] args, string name)
    {
        return int.TryParse(Text(args, name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : "";
    }
}
