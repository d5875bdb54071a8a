using Stratify.Engine;
using Stratify.Landing;
using Stratify.Problems;
using Stratify.Quality;
using Stratify.Settings;

namespace Stratify;

/// <summary>How a run is to be carried out; none of it changes what is published.</summary>
public sealed record RunOptions
{
    /// <summary>The output folder, when not the job's own.</summary>
    public string? Output { get; init; }

    /// <summary>0 for all processors.</summary>
    public int Threads { get; init; }

    /// <summary>As <c>4GB</c>; empty for four fifths of the machine's.</summary>
    public string Memory { get; init; } = "";

    /// <summary>Make everything again, even when this very run was published before, and hold no extract against the last run's.</summary>
    public bool Fresh { get; init; }

    /// <summary>The day as of which the run is made, against which lists are held that must not be old; null for the clock's.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Shown in the manifest's timings and nowhere else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal DateOnly Today => AsOf ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
}

/// <summary>A station of a run has begun.</summary>
public sealed record RunEvent(string Stage, string Says, int Number, int Of);

/// <summary>How a run ended that published something.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Repeated">Whether it had been published before and was only made current again.</param>
public sealed record RunOutcome(string Folder, IReadOnlyList<Problem> Warnings, ExitCode ExitCode, bool Repeated);

/// <summary>Walks the pipeline once, in a staging folder, and publishes what it made when every law holds.</summary>
public static class Run
{
    /// <exception cref="StratifyException">Something that the user can mend; nothing was published.</exception>
    public static RunOutcome Execute(Job job, RunOptions options, IProgress<RunEvent> progress, CancellationToken cancel = default)
    {
        GovernanceNotices.RefuseStaleLists(job, options.Today);
        var plan = Planner.Plan(job);
        var fingerprint = Fingerprint.Of(job, plan);
        var id = fingerprint.RunId(job.Periods.Count == 1 ? job.Periods[0].Year : $"{job.Periods[0].Year}-{job.Periods[^1].Year}");
        using var folder = RunFolder.Take(options.Output ?? job.Output);
        try
        {
            KeyChange.Refuse(job, plan, folder.Last());
            if (!options.Fresh && folder.Published(id) is { } before && Manifest.Verify(before).Count == 0)
            {
                folder.Point(id);
                var told = Manifest.WarningsOf(before);
                return new RunOutcome(before, told, Code(told), Repeated: true);
            }
            var stage = folder.Stage(id);
            var held = plan with
            {
                Landing = plan.Landing with
                {
                    Before = options.Fresh ? [] : folder.Last() is { } last ? Manifest.FeedsOf(last) : [],
                    Cache = new LandingCache(folder.Cache(), fingerprint.Inputs.ToDictionary(input => input.Name, input => input.Hash), fingerprint.LandingContext(plan)),
                    ReadAfresh = options.Fresh,
                },
            };
            var warnings = Make(job, held, new Making(id, fingerprint, stage, options) { Last = options.Fresh ? null : folder.Last() }, progress, cancel);
            return new RunOutcome(folder.Publish(id), warnings, Code(warnings), Repeated: false);
        }
        catch (Exception problem) when (RunFolder.IsRefusal(problem))
        {
            throw RunFolder.CannotWrite(options.Output ?? job.Output);
        }
    }

    private static IReadOnlyList<Problem> Make(Job job, RunPlan plan, Making making, IProgress<RunEvent> progress, CancellationToken cancel)
    {
        var began = making.Options.Clock.GetUtcNow();
        var work = Directory.CreateDirectory(Path.Combine(making.Stage, "restricted", "work")).FullName;
        using var landing = new ExtractLanding(plan.Deliveries, plan.Landing);
        var stations = Pipeline.Stations(plan, landing);
        var made = new Made([], [], []);
        IReadOnlyList<Verdict> verdicts;
        IReadOnlyList<(string, string, string)> groupings;
        using (var log = new RunLog(making.Stage))
        using (var warehouse = new Warehouse(new WarehouseOptions(making.Stage, making.Options.Threads, making.Options.Memory) { Beside = making.Last is null ? null : LinkHistory.FolderOf(making.Last) }))
        {
            using var stop = cancel.Register(warehouse.Interrupt);
            Walk(stations, warehouse, (making, made, log), progress, cancel);
            var start = making.Options.Clock.GetTimestamp();
            RestrictedOutput.Write(warehouse, making.Stage);
            LinkHistory.Write(warehouse, making.Stage);
            var changes = making.Last is null ? [] : LinkChanges.Write(warehouse, plan, making.Last, making.Stage);
            Publication.Write(warehouse, job, plan, making.Fingerprint, stations.Sum(station => station.Laws.Count), making.Stage);
            made.Timings.Add(("reports", making.Options.Clock.GetElapsedTime(start)));
            groupings = [.. warehouse.Query("select grouping, release, lacks from grouping_list join grouping_state using (grouping) order by grouping").Rows.Select(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!))];
            var judgements = QualityStage.Judgements(warehouse, plan.Thresholds);
            verdicts = Verdict.All(judgements);
            made.Warnings.AddRange([.. plan.Notices, .. landing.Notices, .. changes, .. CostingNotices.Of(warehouse, job, plan), .. Judgement.Notices(judgements)]);
            foreach (var warning in made.Warnings) { log.Warned(warning); }
        }
        Directory.Delete(work, recursive: true);
        new Manifest
        {
            RunId = making.Id,
            Job = job.Name,
            Years = [.. job.Periods.Select(period => period.Year)],
            Fingerprint = making.Fingerprint,
            Governance = Governance.Of(job, plan),
            Linkage = plan.Linkage,
            CostBy = plan.CostBy,
            Tables = made.Tables,
            Laws = [.. stations.SelectMany(station => station.Laws).Select(law => law.Law)],
            Feeds = landing.Feeds,
            Groupings = groupings,
            Verdicts = verdicts,
            Warnings = made.Warnings,
            ExitCode = Code(made.Warnings),
            AsOf = making.Options.AsOf,
            Timings = (began, made.Timings),
        }.Write(making.Stage);
        return made.Warnings;
    }

    private static void Walk(IReadOnlyList<Stage> stations, Warehouse warehouse, (Making Making, Made Made, RunLog Log) run, IProgress<RunEvent> progress, CancellationToken cancel)
    {
        foreach (var (station, number) in stations.Select((station, i) => (station, i + 1)))
        {
            cancel.ThrowIfCancellationRequested();
            progress.Report(new RunEvent(station.Name, station.Says, number, stations.Count + 1));
            var start = run.Making.Options.Clock.GetTimestamp();
            var tables = Stages.Run(station, warehouse);
            run.Made.Tables.AddRange(tables);
            run.Made.Timings.Add((station.Name, run.Making.Options.Clock.GetElapsedTime(start)));
            run.Log.Done(station, tables);
        }
        cancel.ThrowIfCancellationRequested();
        progress.Report(new RunEvent("reports", "Writing results and reports", stations.Count + 1, stations.Count + 1));
    }

    /// <summary>Warnings that whoever looks after the job should hear of; the others are for whoever reads the result.</summary>
    private static readonly ProblemKind[] Serious = [ProblemKinds.RowsRefused, ProblemKinds.RowsSuperseded, ProblemKinds.CheckFailed, ProblemKinds.FeedSize, ProblemKinds.DayNeverPassesTwelve, ProblemKinds.NumbersSpoilt, ProblemKinds.RowsUnrelated, ProblemKinds.AveragesMany];

    private static ExitCode Code(IReadOnlyList<Problem> warnings) => warnings.Any(warning => Serious.Contains(warning.Kind)) ? ExitCode.PublishedWithWarnings : ExitCode.Published;

    /// <summary>One run while it is made.</summary>
    private sealed record Making(string Id, Fingerprint Fingerprint, string Stage, RunOptions Options)
    {
        /// <summary>The folder of the run that this one is held against; null for none.</summary>
        public string? Last { get; init; }
    }

    /// <summary>What its stations have made so far, how long each took, and what the user should hear.</summary>
    private sealed record Made(List<TableFact> Tables, List<(string Stage, TimeSpan Took)> Timings, List<Problem> Warnings);
}
