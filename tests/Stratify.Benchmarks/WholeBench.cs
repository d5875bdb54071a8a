using System.Globalization;

namespace Stratify.Benchmarks;

/// <summary>
/// From five sectors' extracts and a register to the person-year: our whole run (cold, from the cache, with one changed extract) against
/// the plain part of the same task written by hand in DuckDB and in Polars, which must come to the same pence for every person.
/// </summary>
internal static class WholeBench
{
    internal static void Run(int people, int events, int rounds, int threads, string memory)
    {
        var folder = WholePopulation.Folder(people, events);
        var modules = PlainRivals.FetchPolars();
        var ours = WholeRun.Jobs.Keys.ToDictionary(subject => subject, _ => (Whole: new List<Measurement>(), Stations: new List<IReadOnlyList<StationCost>>()));
        var rivals = new Dictionary<string, List<Measurement>> { [PlainRivals.DuckDb] = [], [PlainRivals.Polars] = [] };
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (subject, taken) in ours)
            {
                taken.Whole.Add(Child.Measure(subject, folder, threads, memory));
                taken.Stations.Add(WholeRun.Read(folder));
                if (subject == WholeRun.Cold && round == 0) { Console.Out.WriteLine(PlainRivals.Compare(folder, "ours", null)); }
            }
            rivals[PlainRivals.DuckDb].Add(Child.Measure(PlainRivals.DuckDb, folder, threads, memory));
            rivals[PlainRivals.Polars].Add(PlainRivals.MeasurePolars(folder, modules, threads));
        }
        Console.Out.WriteLine(PlainRivals.Compare(folder, PlainRivals.DuckDb, PlainRivals.DuckDbFile));
        Console.Out.WriteLine(PlainRivals.Compare(folder, PlainRivals.Polars, PlainRivals.PolarsFile));
        Say(string.Create(CultureInfo.InvariantCulture, $"\n{people:N0} people, {events:N0} events, {WholePopulation.Bytes(folder) / 1e6:N0} MB of CSV, medians of {rounds}; {Environment.ProcessorCount} processors{(memory.Length > 0 ? $", memory {memory}" : "")}\n"));
        WriteWhole(ours.ToDictionary(subject => subject.Key, subject => (Measurement.Median(subject.Value.Whole), Stations: Medians(subject.Value.Stations))), rivals.ToDictionary(rival => rival.Key, rival => Measurement.Median(rival.Value)));
        WriteStations(ours.ToDictionary(subject => subject.Key, subject => Medians(subject.Value.Stations)));
    }

    private static void WriteWhole(Dictionary<string, (Measurement Whole, IReadOnlyList<StationCost> Stations)> ours, Dictionary<string, Measurement> rivals)
    {
        Say("| subject | CPU s to the person-year | CPU s in all | wall s in all | peak MB | to the person-year, against DuckDB's SQL | against Polars |");
        Say("|---|---|---|---|---|---|---|");
        foreach (var (subject, (whole, stations)) in ours)
        {
            var last = stations.ToList().FindIndex(station => station.Station == WholeRun.PersonYears);
            Line(subject, last < 0 ? whole.Cpu : stations.Take(last + 1).Sum(station => station.Cpu), whole);
        }
        foreach (var (subject, plain) in rivals) { Line(subject, plain.Cpu, plain); }

        void Line(string subject, double cpu, Measurement whole) => Say(string.Create(CultureInfo.InvariantCulture,
            $"| {subject} | {cpu:F1} | {whole.Cpu:F1} | {whole.Wall:F1} | {whole.PeakMegabytes:N0} | {cpu / rivals[PlainRivals.DuckDb].Cpu:F2} | {cpu / rivals[PlainRivals.Polars].Cpu:F2} |"));
    }

    private static void WriteStations(Dictionary<string, IReadOnlyList<StationCost>> ours)
    {
        var names = ours.Keys.ToList();
        Say($"\n| station | {string.Join(" | ", names.Select(name => $"{name}: CPU s | wall s | peak MB by its end"))} |");
        Say($"|---|{string.Concat(Enumerable.Repeat("---|---|---|", names.Count))}");
        // A run that takes people up has a station in place of those that made them.
        foreach (var station in ours.Values.SelectMany(stations => stations).Select(station => station.Station).Distinct())
        {
            Say($"| {station} | {string.Join(" | ", names.Select(name => ours[name].FirstOrDefault(taken => taken.Station == station)).Select(taken => taken is null ? "- | - | -" : string.Create(CultureInfo.InvariantCulture, $"{taken.Cpu:F1} | {taken.Wall:F1} | {taken.PeakMegabytes:N0}")))} |");
        }
    }

    private static IReadOnlyList<StationCost> Medians(List<IReadOnlyList<StationCost>> rounds) =>
        [.. rounds[0].Select((station, i) => new StationCost(station.Station, Middle(rounds.Select(round => round[i].Cpu)), Middle(rounds.Select(round => round[i].Wall)), Middle(rounds.Select(round => round[i].PeakMegabytes))))];

    private static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static void Say(string line) => Console.Out.WriteLine(line);
}
