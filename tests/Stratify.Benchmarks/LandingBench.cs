using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>Reading all extracts, against other readers that do less. Rounds are interleaved, so that a busy machine is busy for all.</summary>
internal static class LandingBench
{
    internal static void Run(int people, int rounds, int threads)
    {
        var folder = Population.Folder(people);
        var bytes = Population.Bytes(folder);
        var measured = Subjects.Landing.Keys.ToDictionary(subject => subject, _ => new List<Measurement>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (subject, results) in measured) { results.Add(Child.Measure(subject, folder, threads)); }
        }
        var medians = measured.ToDictionary(subject => subject.Key, subject => Measurement.Median(subject.Value));
        var best = medians.Where(subject => subject.Key is not (Subjects.Ours or Subjects.FromCache or Subjects.OneChanged)).MinBy(subject => subject.Value.Cpu);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people, {bytes / 1e6:N0} MB of CSV, medians of {rounds} rounds"));
        Console.Out.WriteLine();
        Console.Out.WriteLine("| reader | rows | CPU s | wall s | peak MB | MB a CPU second | CPU against the best other |");
        Console.Out.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (subject, median) in medians)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {subject} | {median.Rows:N0} | {median.Cpu:F2} | {median.Wall:F2} | {median.PeakMegabytes:N0} | {bytes / 1e6 / median.Cpu:N0} | {median.Cpu / best.Value.Cpu:F2} |"));
        }
    }
}
