using System.Globalization;
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

    /// <summary>0 for all processors, or for one where the extracts are so small that to share them takes longer.</summary>
    public int Threads { get; init; }

    /// <summary>As <c>4GB</c>; empty for four fifths of the machine's.</summary>
    public string Memory { get; init; } = "";

    /// <summary>Make everything again, even when this very run was published before, and hold no extract against the last run's.</summary>
    public bool Fresh { get; init; }

    /// <summary>The day as of which the run is made, against which lists are held that must not be old; null for the clock's.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Shown in the manifest's timings and nowhere else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bytes of extracts from which tables of all events rest in a file while the run is made, and no longer in memory. What is published is the same.</summary>
    public long LargeFrom { get; init; } = 250_000_000;

    internal DateOnly Today => AsOf ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
}

/// <summary>A station of a run has begun.</summary>
public sealed record RunEvent(string Stage, string Says, int Number, int Of);

/// <summary>How a run ended that published something.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Repeated">Whether it had been published before and was only made current again.</param>
public sealed record RunOutcome(string Folder, IReadOnlyList<Problem> Warnings, ExitCode ExitCode, bool Repeated)
{
    /// <summary>The run whose population this one has, as nothing had changed that person-years depend on; null when they were made again.</summary>
    public string? TakenUp { get; init; }

    /// <summary>Whether the job itself names that run, in place of extracts.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>Walks the pipeline once, in a staging folder, and publishes what it made when every law holds.</summary>
public static class Run
{
    /// <exception cref="StratifyException">Something that the user can mend; nothing was published.</exception>
    public static RunOutcome Execute(Job job, RunOptions options, IProgress<RunEvent> progress, CancellationToken cancel = default)
    {
        // Definitions are hashed as texts, and some hold numbers: nothing of a run is to depend on how its caller writes those.
        var ofTheCaller = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Carry(job, options, progress, cancel);
        }
        finally
        {
            CultureInfo.CurrentCulture = ofTheCaller;
        }
    }

    private static RunOutcome Carry(Job job, RunOptions options, IProgress<RunEvent> progress, CancellationToken cancel)
    {
        GovernanceNotices.RefuseStaleLists(job, options.Today);
        var plan = Planner.Plan(job);
        var fingerprint = Fingerprint.Of(job, plan);
        var id = fingerprint.RunId(plan.Periods.Count == 1 ? plan.Periods[0].Year : $"{plan.Periods[0].Year}-{plan.Periods[^1].Year}");
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
            var last = options.Fresh ? null : folder.Last();
            var held = plan with
            {
                Landing = plan.Landing with
                {
                    Before = last is null ? [] : Manifest.FeedsOf(last),
                    Cache = new LandingCache(folder.Cache(), fingerprint.Inputs.ToDictionary(input => input.Name, input => input.Hash), fingerprint.LandingContext(plan)),
                    ReadAfresh = options.Fresh,
                },
            };
            var population = plan.TakesUp?.Key ?? PopulationKey.Of(job, fingerprint);
            var resting = plan.TakesUp?.Whole(job.Population!.Place) ?? (last is null ? null : RestingPopulation.Find(last, population));
            var warnings = Make(job, held, new Making(id, fingerprint, population, stage, options) { Last = last, Resting = resting }, progress, cancel);
            return new RunOutcome(folder.Publish(id), warnings, Code(warnings), Repeated: false) { TakenUp = plan.TakesUp?.Of.Name ?? resting?.Id, IsNamed = plan.TakesUp is not null };
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
        var (first, then) = (Pipeline.OfPopulation(plan, landing), Pipeline.OfSchemes(plan));
        var made = new Made([], [], []);
        RestingPopulation people;
        IReadOnlyList<Verdict> verdicts;
        IReadOnlyList<(string, string, string)> groupings;
        using (var log = new RunLog(making.Stage))
        using (var warehouse = new Warehouse(making.Warehouse(plan)))
        {
            using var stop = cancel.Register(warehouse.Interrupt);
            var walk = new Walking(warehouse, log, progress, making.Options.Clock, cancel) { Of = (making.Resting is null ? first.Count : 1) + then.Count + 1 };
            IReadOnlyList<Problem> changes = [], told = [];
            if (making.Resting is { } resting)
            {
                people = resting;
                walk.TakeUp(resting, made, (making.Stage, plan.TakesUp is not null));
            }
            else
            {
                walk.Through(first, made);
                RestrictedOutput.OfPopulation(warehouse, plan.Conditions.Fields, making.Stage);
                LinkHistory.Write(warehouse, making.Stage);
                changes = making.Last is null ? [] : LinkChanges.Write(warehouse, plan, making.Last, making.Stage);
                told = [.. landing.Notices, .. CostingNotices.Of(warehouse, job, plan)];
                people = RestingPopulation.LayDown(warehouse, making.Stage, making.Population, PopulationFacts.Of(job, plan, making.Fingerprint, first), (made.Tables.ToList(), landing.Feeds, told));
            }
            walk.Through(then, made);
            walk.Report("reports", "Writing results and reports");
            var start = making.Options.Clock.GetTimestamp();
            RestrictedOutput.OfCohorts(warehouse, making.Stage);
            var ofCohorts = CohortNotices.Of(warehouse, plan);
            Publication.Write(warehouse, job, plan, new MadeOf(making.Fingerprint, people.Facts, people.Facts.Laws.Count + then.Sum(station => station.Laws.Count), ofCohorts), making.Stage);
            made.Timings.Add(("reports", making.Options.Clock.GetElapsedTime(start)));
            groupings = [.. warehouse.Query("select grouping, release, lacks from grouping_list join grouping_state using (grouping) order by grouping").Rows.Select(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!))];
            var judgements = QualityStage.Judgements(warehouse, plan.Thresholds);
            verdicts = Verdict.All(judgements);
            made.Warnings.AddRange([.. plan.Notices, .. making.Resting?.Notices ?? told, .. changes, .. ofCohorts, .. Judgement.Notices(judgements)]);
            foreach (var warning in made.Warnings) { log.Warned(warning); }
        }
        Directory.Delete(work, recursive: true);
        new Manifest
        {
            RunId = making.Id,
            Job = job.Name,
            Years = people.Facts.Years,
            Fingerprint = making.Fingerprint,
            Governance = Governance.Of(job, plan),
            People = people.Facts,
            PeopleOf = plan.TakesUp?.Of,
            Known = people.Hashes,
            Tables = made.Tables,
            Laws = [.. people.Facts.Laws, .. then.SelectMany(station => station.Laws).Select(law => law.Law)],
            Feeds = people.Feeds,
            Groupings = groupings,
            Verdicts = verdicts,
            Warnings = made.Warnings,
            ExitCode = Code(made.Warnings),
            AsOf = making.Options.AsOf,
            Timings = (began, made.Timings),
            TakenUp = making.Resting?.Id,
        }.Write(making.Stage);
        return made.Warnings;
    }

    /// <summary>Warnings that whoever looks after the job should hear of; the others are for whoever reads the result.</summary>
    private static readonly ProblemKind[] Serious = [ProblemKinds.RowsRefused, ProblemKinds.RowsSuperseded, ProblemKinds.CheckFailed, ProblemKinds.FeedSize, ProblemKinds.DayNeverPassesTwelve, ProblemKinds.NumbersSpoilt, ProblemKinds.RowsUnrelated, ProblemKinds.AveragesMany];

    private static ExitCode Code(IReadOnlyList<Problem> warnings) => warnings.Any(warning => Serious.Contains(warning.Kind)) ? ExitCode.PublishedWithWarnings : ExitCode.Published;

    /// <summary>One run while it is made.</summary>
    /// <param name="Population">Of <see cref="PopulationKey"/>.</param>
    private sealed record Making(string Id, Fingerprint Fingerprint, string Population, string Stage, RunOptions Options)
    {
        /// <summary>The folder of the run that this one is held against; null for none.</summary>
        public string? Last { get; init; }

        /// <summary>The population of that run, where nothing that it depends on has changed since.</summary>
        public RestingPopulation? Resting { get; init; }

        /// <summary>By the size of what is read; beside its own folder it may read what the run before it left.</summary>
        public WarehouseOptions Warehouse(RunPlan plan)
        {
            var bytes = FileSizes.AsText(plan.Deliveries.SelectMany(delivery => delivery.Files).Select(file => file.Path));
            return new WarehouseOptions(Stage, Options.Threads, Options.Memory)
            {
                Beside = (Resting?.Run ?? Last) is { } run ? Path.Combine(run, "restricted") : null,
                IsLarge = bytes >= Options.LargeFrom,
                Reads = bytes + (Resting is { } people ? RestingPopulation.Bytes(people.Run) : 0),
            };
        }
    }
}

/// <summary>What the stations of a run have made so far, how long each took, and what the user should hear.</summary>
internal sealed record Made(List<TableFact> Tables, List<(string Stage, TimeSpan Took)> Timings, List<Problem> Warnings);
