using System.Diagnostics;
using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>What one piece of work took, in a process of its own so that its peak of memory is its own too.</summary>
/// <param name="Rows">Rows that it made, so that a peer that drops some is seen.</param>
internal sealed record Measurement(double Cpu, double Wall, double PeakMegabytes, long Rows)
{
    /// <summary>Start-up of the process is not counted; compiling the code as it runs is.</summary>
    internal static Measurement Of(Func<long> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        var rows = work();
        var took = Stopwatch.GetElapsedTime(wall);
        using var self = Process.GetCurrentProcess();
        return new Measurement((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, took.TotalSeconds, self.PeakWorkingSet64 / 1e6, rows);
    }

    /// <summary>Each figure's median; the rounds make the same rows or it is not the same work.</summary>
    internal static Measurement Median(IReadOnlyList<Measurement> rounds) => rounds.Select(round => round.Rows).Distinct().Count() == 1
        ? new Measurement(Middle(rounds.Select(round => round.Cpu)), Middle(rounds.Select(round => round.Wall)), Middle(rounds.Select(round => round.PeakMegabytes)), rounds[0].Rows)
        : throw new InvalidOperationException("Two rounds of the same work made different rows.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cpu:R} {Wall:R} {PeakMegabytes:R} {Rows}");

    internal static Measurement Parse(string line)
    {
        var parts = line.Split(' ');
        double Number(int i) => double.Parse(parts[i], CultureInfo.InvariantCulture);
        return new Measurement(Number(0), Number(1), Number(2), long.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
