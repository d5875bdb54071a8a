using Stratify.Linkage.Probabilistic;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify;

/// <summary>Records of one dataset and grade, as published.</summary>
public sealed record LinkedGrade(string Dataset, string Grade, Cell Records, Cell People, Cell Pounds);

/// <summary>What of a dataset was nobody's before records were linked by probability, and is after.</summary>
public sealed record StillUnlinked(string Dataset, Cell RecordsBefore, Cell Records, Cell PoundsBefore, Cell Pounds);

/// <summary>A comparison's level in one dataset: how often records of one person, and of two, agree so.</summary>
public sealed record LevelOfModel(string Dataset, string Comparison, string Level, decimal M, decimal U, decimal Bits);

/// <summary>Pairs that were compared, by what they weigh before commonness and other people are looked at.</summary>
/// <param name="From">In bits, included.</param>
/// <param name="To">Not included.</param>
public sealed record WeightBin(string Dataset, int From, int To, Cell Pairs);

/// <summary>How many of a dataset's records would stay unlinked if a link had to be so sure.</summary>
public sealed record UnlinkedAt(string Dataset, decimal Threshold, Cell Linked, Cell Unlinked);

/// <summary>Records of one dataset that are linked otherwise than in the run before, for one reason.</summary>
public sealed record ChangedLinks(string Dataset, string Why, Cell Records);

/// <summary>How many of a dataset's records without a number say so little that they could not reach a threshold even if their person were on the register.</summary>
public sealed record UnlinkableAt(string Dataset, decimal Threshold, Cell Records, Cell Share);

/// <summary>
/// How a published run linked its records. Grades come from the published table; what comes from <c>restricted</c> goes through disclosure
/// control here, by the strictest rule, for a report is read by others than those who may see single people.
/// </summary>
public sealed record LinkReport(IReadOnlyList<LinkedGrade> Grades)
{
    private const int BinWidth = 4;
    private static readonly decimal[] Thresholds = [0.5m, 0.8m, 0.9m, 0.95m, 0.99m, 0.995m, 0.999m, 0.9999m];
    internal static readonly Disclosure Door = Disclosure.Strictest;

    public IReadOnlyList<MatchRate> Rates { get; private init; } = [];

    /// <summary>The rankings at both thresholds; none where the run linked by rules alone.</summary>
    public IReadOnlyList<CoverageRanking> AtCoverage { get; private init; } = [];

    /// <summary>Whether the run linked by probability; if not, the lists below are empty.</summary>
    public bool IsByProbability { get; private init; }

    public IReadOnlyList<StillUnlinked> Unlinked { get; private init; } = [];

    public IReadOnlyList<(string Dataset, string Says)> Models { get; private init; } = [];

    public IReadOnlyList<LevelOfModel> Levels { get; private init; } = [];

    public IReadOnlyList<WeightBin> Histogram { get; private init; } = [];

    public IReadOnlyList<UnlinkedAt> Curve { get; private init; } = [];

    /// <summary>What changed since the run before; null where none was compared, or the list is closed to the reader.</summary>
    public IReadOnlyList<ChangedLinks>? Changes { get; private init; }

    public IReadOnlyList<UnlinkableAt> Unlinkable { get; private init; } = [];

    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DefinitionException">It is no published run, or what it published is damaged.</exception>
    public static LinkReport Read(string folder)
    {
        var report = new LinkReport(Published(folder)) { Rates = MatchRate.Read(folder), AtCoverage = CoverageRanking.Read(folder), Changes = LinkChanges.IsThere(folder) ? [.. Changed(folder)] : null };
        if (!PublishedEvidence.IsThere(folder)) { return report; }
        var models = PublishedEvidence.Models(folder);
        return report with
        {
            IsByProbability = true,
            Unlinked = [.. report.Grades.GroupBy(grade => grade.Dataset).Where(dataset => models.Any(model => model.Dataset == dataset.Key)).Select(Still)],
            Models = [.. models.Select(model => (model.Dataset, model.Says))],
            Levels = [.. models.SelectMany(LevelsOf)],
            Histogram = [.. Bins(folder)],
            Curve = [.. PublishedEvidence.Choices(folder).GroupBy(choice => choice.Dataset).SelectMany(dataset => CurveOf(dataset.Key, [.. dataset], report.Grades))],
            Unlinkable = [.. PublishedEvidence.SelfMatches(folder).GroupBy(self => self.Dataset).SelectMany(dataset => UnlinkableOf(dataset.Key, [.. dataset]))],
        };
    }

    private static List<LinkedGrade> Published(string folder) => [.. PublishedTable.Read(folder, "linkage", "dataset", "grade", "records", "people", "cost")
        .Select(row => new LinkedGrade(row.Text("dataset"), row.Text("grade"), row.Figure("records"), row.Figure("people"), row.Figure("cost")))];

    private static IEnumerable<ChangedLinks> Changed(string folder) => LinkChanges.Counts(folder)
        .OrderBy(change => change.Dataset, StringComparer.Ordinal).ThenBy(change => change.Why, StringComparer.Ordinal)
        .Select(change => new ChangedLinks(change.Dataset, change.Why, Door.Count(change.Records)));

    private static StillUnlinked Still(IGrouping<string, LinkedGrade> dataset)
    {
        var (unlinked, likely) = (dataset.FirstOrDefault(grade => grade.Grade == "U"), dataset.FirstOrDefault(grade => grade.Grade == "P"));
        Cell After(Func<LinkedGrade, Cell> of) => unlinked is null ? ZeroCell.Instance : of(unlinked);
        Cell Before(Func<LinkedGrade, Cell> of) => likely is null ? After(of) : Sum(After(of), of(likely));
        return new StillUnlinked(dataset.Key, Before(grade => grade.Records), After(grade => grade.Records), Before(grade => grade.Pounds), After(grade => grade.Pounds));
    }

    /// <summary>Of published figures alone, so that it tells no more than they do.</summary>
    private static Cell Sum(Cell one, Cell other) => one.IsHidden || other.IsHidden ? HiddenCell.Instance : (decimal)((one.Number ?? 0) + (other.Number ?? 0)) is var sum && sum == 0 ? ZeroCell.Instance : new ValueCell(sum);

    private static IEnumerable<LevelOfModel> LevelsOf(LinkModel model) =>
        from i in Enumerable.Range(0, Comparisons.All.Count)
        let comparison = Comparisons.All[i]
        from level in Enumerable.Range(0, comparison.Levels.Count).Reverse()
        let m = model.Mixture.M[i][level]
        let u = model.Mixture.U[i][level]
        select new LevelOfModel(model.Dataset, comparison.Title, comparison.Level(level).Says, WaterfallStep.Chance(m), WaterfallStep.Chance(u), WaterfallStep.Weight(Math.Log2(m / u)));

    private static IEnumerable<WeightBin> Bins(string folder) => PublishedEvidence.Patterns(folder)
        .GroupBy(pattern => (pattern.Dataset, From: (int)Math.Floor(pattern.Weight / BinWidth) * BinWidth))
        .OrderBy(bin => bin.Key.Dataset, StringComparer.Ordinal).ThenBy(bin => bin.Key.From)
        .Select(bin => new WeightBin(bin.Key.Dataset, bin.Key.From, bin.Key.From + BinWidth, Door.Count(bin.Sum(pattern => pattern.Pairs))));

    private static IEnumerable<UnlinkedAt> CurveOf(string dataset, IReadOnlyList<(string Dataset, string SourceId, string Outcome, double Probability)> choices, IReadOnlyList<LinkedGrade> grades)
    {
        var records = (long)grades.Where(grade => grade.Dataset == dataset && grade.Grade is "P" or "U").Sum(grade => grade.Records.Number ?? 0);
        var open = choices.Where(choice => choice.Outcome is LinkChoice.Linked or LinkChoice.Coverage or LinkChoice.Unsure).ToList();
        foreach (var threshold in Thresholds)
        {
            var linked = open.Where(choice => choice.Probability >= (double)threshold).Select(choice => choice.SourceId).Distinct().Count();
            var (some, rest) = (Door.Count(linked), Door.Count(records - linked));
            // A few who are left would be known from all who are not.
            yield return Door.IsFew(records - linked) || some.IsHidden
                ? new UnlinkedAt(dataset, threshold, HiddenCell.Instance, HiddenCell.Instance)
                : new UnlinkedAt(dataset, threshold, some, Door.Share(rest, Door.Count(records), records));
        }
    }

    private static IEnumerable<UnlinkableAt> UnlinkableOf(string dataset, IReadOnlyList<(string Dataset, double Probability, long Records)> selves)
    {
        var all = selves.Sum(self => self.Records);
        foreach (var threshold in Thresholds)
        {
            var below = selves.Where(self => self.Probability < (double)threshold).Sum(self => self.Records);
            yield return Door.IsFew(below) || Door.IsFew(all - below)
                ? new UnlinkableAt(dataset, threshold, HiddenCell.Instance, HiddenCell.Instance)
                : new UnlinkableAt(dataset, threshold, Door.Count(below), Door.Share(Door.Count(below), Door.Count(all), all));
        }
    }
}
