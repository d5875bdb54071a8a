using System.Diagnostics;
using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>What a station of a run took, and the most memory that the process had had by its end.</summary>
internal sealed record StationCost(string Station, double Cpu, double Wall, double PeakMegabytes);

/// <summary>One whole run of ours, in a process of its own, station by station.</summary>
internal static class WholeRun
{
    internal const string Cold = "whole, cold", AnotherScheme = "another scheme, people taken up", FromCache = "whole, from the cache", OneChanged = "whole, one extract changed";

    /// <summary>The last station that the plain rivals have a part of: what comes after it they do not do.</summary>
    internal const string PersonYears = "person-years";

    internal static IReadOnlyDictionary<string, string> Jobs { get; } = new Dictionary<string, string> { [Cold] = "stratify.yml", [AnotherScheme] = "another.yml", [FromCache] = "cached.yml", [OneChanged] = "changed.yml" };

    internal static string Output(string folder) => $"{folder}-runs";

    /// <summary>The run as a user would start it; a cold one without anything that a run before it left.</summary>
    internal static long Execute(string subject, string folder, int threads, string memory)
    {
        if (subject == Cold && Directory.Exists(Output(folder))) { Directory.Delete(Output(folder), recursive: true); }
        var stations = new Stations();
        var outcome = global::Stratify.Run.Execute(Planner.Read(Path.Combine(folder, Jobs[subject])), new RunOptions { Output = Output(folder), Threads = threads, Memory = memory }, stations);
        if (outcome.Repeated) { throw new InvalidOperationException("The run had been published before."); }
        stations.Close();
        if (subject == Cold) { File.WriteAllText(ColdFile(folder), outcome.Folder); }
        File.WriteAllLines(StationsFile(folder), stations.Taken.Select(taken => string.Create(CultureInfo.InvariantCulture, $"{taken.Station},{taken.Cpu:R},{taken.Wall:R},{taken.PeakMegabytes:R}")));
        return 1;
    }

    /// <summary>The stations of the run that was last.</summary>
    internal static IReadOnlyList<StationCost> Read(string folder) => [.. File.ReadLines(StationsFile(folder)).Select(line => line.Split(','))
        .Select(parts => new StationCost(parts[0], Number(parts[1]), Number(parts[2]), Number(parts[3])))];

    /// <summary>Names the folder that the cold run published.</summary>
    internal static string ColdFile(string folder) => Path.Combine(Output(folder), "cold.txt");

    private static string StationsFile(string folder) => Path.Combine(Output(folder), "stations.csv");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Stations : IProgress<RunEvent>
    {
        private string _station = "definitions and hashes";
        private TimeSpan _cpu = Environment.CpuUsage.TotalTime;
        private long _wall = Stopwatch.GetTimestamp();

        internal List<StationCost> Taken { get; } = [];

        public void Report(RunEvent value)
        {
            Close();
            _station = value.Stage;
        }

        internal void Close()
        {
            var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            using var self = Process.GetCurrentProcess();
            Taken.Add(new StationCost(_station, (cpu - _cpu).TotalSeconds, Stopwatch.GetElapsedTime(_wall, wall).TotalSeconds, self.PeakWorkingSet64 / 1e6));
            (_cpu, _wall) = (cpu, wall);
        }
    }
}
