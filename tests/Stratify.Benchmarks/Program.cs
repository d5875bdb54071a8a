using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>Ratios against peers and against ourselves, within one run on one machine: CONTRIBUTING says how to read them.</summary>
public static class Program
{
    private const string Usage = "landing|run|linkage [--people N] [--rounds R] [--threads N]: N people up to 900,000 (more for linkage), 100,000 unless said; 3 rounds; 0 threads for all";

    public static int Main(string[] args)
    {
        if (args is [Child.Verb, var subject, var folder, var threads]) { return Child.Run(subject, folder, int.Parse(threads, CultureInfo.InvariantCulture)); }
        int people = Option(args, "--people") ?? 100_000, rounds = Option(args, "--rounds") ?? 3, processors = Option(args, "--threads") ?? 0;
        switch (args)
        {
            case ["landing", ..]: LandingBench.Run(people, rounds, processors); return 0;
            case ["linkage", ..]: LinkageBench.Run(people, processors); return 0;
            case ["run", ..]: RunBench.Run(people, rounds, processors); return 0;
            default: Console.Error.WriteLine(Usage); return 2;
        }
    }

    private static int? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
