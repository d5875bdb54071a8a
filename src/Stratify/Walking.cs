using Stratify.Engine;

namespace Stratify;

/// <summary>The way of one run through its stations: what it says on the way, what it logs and how long each took.</summary>
internal sealed class Walking(Warehouse warehouse, RunLog log, IProgress<RunEvent> progress, TimeProvider clock, CancellationToken cancel)
{
    private int _number;

    /// <summary>How many steps there will be, the reports among them.</summary>
    public required int Of { get; init; }

    public void Through(IReadOnlyList<Stage> stations, Made made)
    {
        foreach (var station in stations)
        {
            Report(station.Name, station.Says);
            var start = clock.GetTimestamp();
            var tables = Stages.Run(station, warehouse);
            made.Tables.AddRange(tables);
            made.Timings.Add((station.Name, clock.GetElapsedTime(start)));
            log.Done(station, tables);
        }
    }

    /// <param name="into">The run's own folder, and whether the job itself names the people.</param>
    public void TakeUp(RestingPopulation resting, Made made, (string Folder, bool IsNamed) into)
    {
        Report("population", into.IsNamed ? "Taking up the people of the run that the job names" : "Taking up the people of the last run: no extract, price or rule has changed");
        var start = clock.GetTimestamp();
        resting.TakeUp(warehouse, into.Folder);
        LinkChanges.WriteNone(warehouse, into.Folder);
        made.Tables.AddRange(resting.Tables);
        made.Timings.Add(("population", clock.GetElapsedTime(start)));
        log.TookUp(resting.Of.Name, resting.Facts.Stations);
    }

    public void Report(string stage, string says)
    {
        cancel.ThrowIfCancellationRequested();
        progress.Report(new RunEvent(stage, says, ++_number, Of));
    }
}
