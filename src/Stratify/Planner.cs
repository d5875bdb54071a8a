using Stratify.Cohorts;
using Stratify.Costing;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Problems;
using Stratify.Quality;
using Stratify.Settings;

namespace Stratify;

/// <summary>Finds and reads everything that a job names beside its extracts, and reports every fault at once.</summary>
public static class Planner
{
    /// <summary>Reads a job file; what is wrong with it and with what it names is said at once.</summary>
    /// <exception cref="DefinitionException">The job, or something that it names beside its extracts, is wrong.</exception>
    /// <exception cref="ExtractException">All of that is right, and a file of an extract is not there.</exception>
    public static Job Read(string path) => JobReader.Read(path, (job, problems) => Plan(job, problems));

    /// <summary>As <see cref="Read(string)"/>, with other schemes than the job's own.</summary>
    /// <param name="schemes">Shipped ones by name, or files under the job's folder, as the user at the terminal names them.</param>
    public static Job Read(string path, IReadOnlyList<string> schemes)
    {
        if (schemes.Count == 0) { return Read(path); }
        // The cohorts that the job shows up close are of its own schemes.
        Job With(Job job) => job with { Report = new(), Schemes = [.. schemes.Select(scheme => new YamlText(new Place(path), InJob(scheme, job.Folder), false))] };
        return With(JobReader.Read(path, (job, problems) => Plan(With(job), problems)));
    }

    private static string InJob(string scheme, string folder) =>
        Schemes.IsFile(scheme) ? Path.GetRelativePath(folder, Path.GetFullPath(scheme)).Replace('\\', '/') : scheme;

    /// <exception cref="DefinitionException">A scheme, the price book or the opt-out list is wrong.</exception>
    public static RunPlan Plan(Job job)
    {
        var problems = new List<Problem>();
        var plan = Plan(job, problems);
        return problems.Count == 0 ? plan : throw new DefinitionException(problems);
    }

    private static RunPlan Plan(Job job, List<Problem> problems) => job.Population is { } named ? Taken(job, named, problems) : Made(job, problems);

    /// <summary>Of a job that takes people up: its schemes are all that is read.</summary>
    private static RunPlan Taken(Job job, YamlText named, List<Problem> problems)
    {
        var paths = new JobPaths(job.Folder);
        var people = paths.Under(named.Value, named, problems) is { } path ? RestingPopulation.Open(RunFolder.OfPeople(path), named.Place, problems) : null;
        var plan = new RunPlan
        {
            Periods = people?.Facts.Periods ?? [],
            Seed = people?.Facts.Seed ?? 1,
            Deliveries = [],
            Landing = new LandingRules(new Pseudonyms(new byte[32])),
            CostBy = new CostingRules(new PriceBook(people?.Facts.Costing.Prices ?? "", [])),
            Thresholds = people?.Facts.Thresholds ?? Thresholds.Shipped,
            Notices = people is null ? [] : [.. GovernanceNotices.OfTaken(job, people.Facts)],
            // Where the people cannot be told, neither can the conditions of their own lists, and a scheme that names one is not to blame.
            Ranking = job.Ranking,
            Report = job.Report,
            Disclosure = job.Disclosure,
            Schemes = people is null ? [] : [.. job.Schemes.Select(scheme => Scheme(scheme, people.Facts.Fields, paths, problems)).OfType<Scheme>()],
            TakesUp = people,
        };
        Schemes.RefuseRepeated(plan.Schemes, problems);
        RefuseUnknown(plan, problems);
        if (people is { Facts.BeforeTheYear: true }) { Schemes.RefuseRetrospective(plan.Schemes, problems); }
        return plan;
    }

    private static RunPlan Made(Job job, List<Problem> problems)
    {
        var paths = new JobPaths(job.Folder);
        // A job without its key is refused anyway, after everything else in it has been looked at.
        var pseudonyms = new Pseudonyms(job.Key.Bytes.Length == 0 ? new byte[32] : job.Key.Bytes, job.Key.Purpose);
        var (optedOut, allowed) = OptOutReader.Read(job, pseudonyms, problems);
        var conditions = OwnLists(job.Conditions, paths, problems);
        var plan = new RunPlan
        {
            Periods = job.Periods,
            Seed = job.Seed,
            Deliveries = [.. job.Extracts.Select((extract, i) => new Delivery(extract.Number, extract.Profile, [.. extract.Files.Select(file => new ExtractFile(file.Name, file.Path, file.Dated) { Stamp = FileStamp.Of(file.Path) })])
            {
                Kind = extract.Delivery,
                FilesBefore = job.Extracts.Take(i).Where(other => other.Number == extract.Number).Sum(other => other.Files.Count),
            })],
            Landing = new LandingRules(pseudonyms) { MaxRejected = job.MaxRejected, OptedOut = optedOut, Allowed = allowed, Dummies = DummyNumbers.Read(job, pseudonyms, problems) },
            Linkage = job.Linkage,
            Place = job.Place,
            Ranking = job.Ranking,
            Report = job.Report,
            Disclosure = job.Disclosure,
            Costing = job.Costing,
            Conditions = conditions,
            CostBy = new PricePlan(job, paths, problems).Read(),
            Thresholds = OwnThresholds(job.Thresholds, paths, problems),
            Notices = [.. GovernanceNotices.Of(job)],
            Schemes = [.. job.Schemes.Select(scheme => Scheme(scheme, conditions.Fields, paths, problems)).OfType<Scheme>()],
        };
        Schemes.RefuseRepeated(plan.Schemes, problems);
        RefuseUnknown(plan, problems);
        if (job.Conditions.BeforeTheYear) { Schemes.RefuseRetrospective(plan.Schemes, problems); }
        return plan;
    }

    /// <summary>A cohort that is to be shown up close has to be one; those that a run discovers are known when it has.</summary>
    private static void RefuseUnknown(RunPlan plan, List<Problem> problems)
    {
        // Where a scheme cannot be read, that is said, and what names it is not to blame.
        if (problems.Count > 0) { return; }
        foreach (var (name, (scheme, cohort)) in (plan.Report.UpClose ?? []).Zip(plan.Report.Cohorts ?? []))
        {
            if (plan.Schemes.FirstOrDefault(each => each.Name == scheme) is not { } of)
            {
                problems.Add(ProblemKinds.UnknownName.At(name.Place, $"No scheme of the job is called '{scheme}'.", $"{Nearest.Hint(scheme, [.. plan.Schemes.Select(each => each.Name)], "schemes")} A cohort is named by its scheme, a full stop and itself.".TrimStart()));
            }
            else if (of.Discovery is null && !of.Cohorts.Any(each => each.Id == cohort))
            {
                problems.Add(ProblemKinds.UnknownName.At(name.Place, $"The scheme '{scheme}' has no cohort '{cohort}'.", Nearest.Hint(cohort, [.. of.Cohorts.Select(each => each.Id)], "cohorts")));
            }
        }
    }

    private static Scheme? Scheme(YamlText name, KnownFields fields, JobPaths paths, List<Problem> problems)
    {
        if (!Schemes.IsFile(name.Value))
        {
            if (Schemes.Shipped(name.Value) is { } shipped) { return shipped; }
            problems.Add(Schemes.Unknown(name.Value, name.Place));
            return null;
        }
        if (paths.Under(name.Value, name, problems) is not { } path) { return null; }
        try
        {
            return SchemeReader.Read(File.ReadAllText(path), name.Value, problems, fields) is { } own ? own with { IsOwn = true } : null;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.FileMissing.At(name.Place, $"The scheme '{name.Value}' cannot be read."));
            return null;
        }
    }

    /// <summary>The lists that ship, and those that the job brings. A list with a fault still gives its names, so that a scheme that uses them is not blamed.</summary>
    private static ConditionDefinitions OwnLists(ConditionSettings settings, JobPaths paths, List<Problem> problems)
    {
        var taken = new HashSet<string>([.. PersonYearFields.Names, .. ConditionParser.Reserved], StringComparer.OrdinalIgnoreCase);
        var own = new List<OwnList>();
        foreach (var list in settings.Lists)
        {
            if (paths.Under(list.File.Value, list.File, problems) is not { } path) { continue; }
            if (own.Any(other => other.File == list.File.Value))
            {
                problems.Add(ProblemKinds.YamlWrongValue.At(list.File.Place, "The list is named twice."));
                continue;
            }
            try
            {
                using var stream = File.OpenRead(path);
                var read = new OwnListReader(taken, problems).Read(stream, list);
                own.Add(read with { Conditions = [.. read.Conditions.Where(condition => taken.Add(condition.Name))] });
            }
            catch (DefinitionException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
            {
                problems.Add(ProblemKinds.FileMissing.At(list.File.Place, $"The list of codes '{list.File.Value}' cannot be read."));
            }
        }
        return ConditionDefinitions.Shipped with { Own = own, Hierarchy = settings.Hierarchy, BeforeTheYear = settings.BeforeTheYear };
    }

    private static Thresholds OwnThresholds(YamlText? name, JobPaths paths, List<Problem> problems)
    {
        if (name is null || paths.Under(name.Value, name, problems) is not { } path) { return Thresholds.Shipped; }
        try
        {
            using var stream = File.OpenRead(path);
            return Thresholds.Shipped.With(Thresholds.Read(stream, name.Value));
        }
        catch (DefinitionException wrong)
        {
            problems.AddRange(wrong.Problems);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemKinds.FileMissing.At(name.Place, $"The thresholds '{name.Value}' cannot be read."));
        }
        return Thresholds.Shipped;
    }
}
