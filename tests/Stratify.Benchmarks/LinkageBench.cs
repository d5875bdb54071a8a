using System.Diagnostics;
using System.Globalization;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Benchmarks;

/// <summary>A register, and three records without a number for every ten people of it, linked by probability: time, memory, pairs a second.</summary>
internal static class LinkageBench
{
    private static readonly string[] Columns = ["authority", "start_date", "source_id", "family_name", "given_name", "birth_date", "postcode", "gender"];

    internal static void Run(int people, int threads)
    {
        var town = new LinkageTown(people, 7);
        var truth = new List<Citizen>();
        Citizen Next()
        {
            truth.Add(town.People[town.Random.NextInt(people)]);
            return truth[^1];
        }
        using var flow = new Flow(threads) { Linkage = new LinkageSettings { Probabilistic = true } }
            .Fill("gp_registrations", LinkageTown.RegisterColumns, town.People.Select(LinkageTown.Register))
            .Fill("social_care_services", Columns, Enumerable.Range(0, people * 3 / 10).Select(row =>
                (string?[])["LA1", "2024-05-01", string.Create(CultureInfo.InvariantCulture, $"s{row}"), .. town.Cells(town.Record(Next()), 0.03)]));
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        flow.Link();
        processor = Environment.CpuUsage.TotalTime - processor;
        var pairs = flow.Warehouse.Count("select coalesce(sum(pairs), 0)::bigint from link_pattern");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{people} people, {people * 3 / 10} records, {pairs} pairs: {clock.Elapsed.TotalSeconds:0.0} s, {processor.TotalSeconds:0.0} s of processors, {pairs / clock.Elapsed.TotalSeconds:0} pairs a second, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most with the town itself"));
        foreach (var row in flow.Warehouse.Query("select grade, reason, count(*) from person_link group by grade, reason order by grade, reason").Rows) { Console.WriteLine($"  {row[0]}  {row[2],8}  {row[1]}"); }
        LinkageTruth.Print(flow, truth);
    }
}
