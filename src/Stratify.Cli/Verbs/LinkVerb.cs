using System.CommandLine;
using Stratify.Linkage.Probabilistic;
using Stratify.Problems;
using Stratify.Results;

namespace Stratify.Cli.Verbs;

/// <summary>How a published run linked its records, and why one of them was linked or not.</summary>
internal sealed class LinkVerb() : Verb("link", "Reports how a published run linked its records to people, or explains what was decided of one record. No name is shown, and no extract is read.",
    "link report reports", "link explain reports --record social_care_services:E10009999/1/V01/2024-06-03")
{
    private const string Report = "report", Explain = "explain";

    private readonly Argument<string> _what = new("what") { Description = "'report' for all records by dataset and grade, 'explain' for one record." };
    private readonly Argument<string> _run = new("run") { Description = "A run's folder, or an output folder for its current run." };
    private readonly Option<string?> _record = new("--record") { Description = "With 'explain': a dataset and the record's own key in it, as DATASET:KEY. The column source_id of restricted/linkage_review.csv lists them." };

    private readonly Option<string?> _charts = new("--charts") { Description = "A folder for the same as pictures (SVG)." };

    protected override void Define(Command command)
    {
        command.Add(_what);
        command.Add(_run);
        command.Add(_record);
        command.Add(_charts);
    }

    protected override int Do(ParseResult parsed, Terminal terminal)
    {
        var folder = RunFolder.OfRun(parsed.GetValue(_run)!);
        var (what, record, charts, isJson) = (parsed.GetValue(_what)!, parsed.GetValue(_record), parsed.GetValue(_charts), parsed.GetValue(Json));
        return (what, record) switch
        {
            (Report, null) => Whole(terminal, folder, charts, isJson),
            (Report, _) => throw Wrong("'--record' is of 'link explain'; a report is of all records.", "Leave it out, or ask 'stratify link explain RUN --record DATASET:KEY'."),
            (Explain, null) => throw Wrong("'link explain' needs to know which record.", "Name it with --record DATASET:KEY, such as --record social_care_services:E10009999/1/V01/2024-06-03."),
            (Explain, _) => One(terminal, folder, (record, charts), isJson),
            _ => throw Wrong($"There is no 'link {what}'.", Nearest.Hint(what, [Report, Explain], "words")),
        };
    }

    private static int Whole(Terminal terminal, string folder, string? charts, bool isJson)
    {
        var report = LinkReport.Read(folder);
        if (charts is not null) { LinkCharts.Write(LinkCharts.Of(report), charts); }
        if (isJson) { return JsonOutput.Write(terminal, Found(folder, report)); }
        LinkText.Write(terminal.Out, report);
        return 0;
    }

    private static object Found(string folder, LinkReport report) => new
    {
        Folder = folder,
        ByProbability = report.IsByProbability,
        Grades = report.Grades.Select(grade => new { grade.Dataset, grade.Grade, Records = Value(grade.Records), People = Value(grade.People), Pounds = Value(grade.Pounds) }),
        Changes = report.Changes?.Select(change => new { change.Dataset, change.Why, Records = Value(change.Records) }),
        MatchRates = report.Rates.Select(rate => new
        {
            rate.Dataset,
            rate.Attribute,
            rate.Group,
            Records = Value(rate.Records),
            Unlinked = Value(rate.Unlinked),
            ShareLinkedByRule = Value(rate.ByRule),
            ShareLinked = Value(rate.Linked),
            PoundsLinked = Value(rate.PoundsLinked),
            PoundsUnlinked = Value(rate.PoundsUnlinked),
        }),
        Unlinked = report.Unlinked.Select(it => new { it.Dataset, RecordsBefore = Value(it.RecordsBefore), Records = Value(it.Records), PoundsBefore = Value(it.PoundsBefore), Pounds = Value(it.Pounds) }),
        Models = report.Models.Select(model => new { model.Dataset, model.Says }),
        report.Levels,
        Histogram = report.Histogram.Select(bin => new { bin.Dataset, bin.From, bin.To, Pairs = Value(bin.Pairs) }),
        UnlinkedByThreshold = report.Curve.Select(at => new { at.Dataset, at.Threshold, Linked = Value(at.Linked), UnlinkedShare = Value(at.Unlinked) }),
        UnlinkableByThreshold = report.Unlinkable.Select(at => new { at.Dataset, at.Threshold, Records = Value(at.Records), Share = Value(at.Share) }),
        RankingAtCoverage = report.AtCoverage.Select(ranking => new
        {
            ranking.Scheme,
            ranking.Year,
            ranking.Says,
            Cohorts = ranking.Cohorts.Select(cohort => new { cohort.Title, MeanCost = Value(cohort.Mean), MeanCostAtCoverage = Value(cohort.MeanAtCoverage), Rank = Value(cohort.Rank), RankAtCoverage = Value(cohort.RankAtCoverage) }),
        }),
    };

    private static object Value(Cell cell) => TextTable.Value(cell);

    private static int One(Terminal terminal, string folder, (string Record, string? Charts) asked, bool isJson)
    {
        var (dataset, key) = asked.Record.Split(':', 2) is [{ Length: > 0 } before, { Length: > 0 } after] ? (before, after) : throw Wrong("'--record' does not name a dataset and a key.", "Write it as DATASET:KEY, such as social_care_services:E10009999/1/V01/2024-06-03.");
        var link = PublishedLink.Find(folder, dataset, key);
        if (asked.Charts is not null && link.Decision is not null) { LinkCharts.Write(LinkCharts.Of(link.Decision), asked.Charts); }
        if (!isJson)
        {
            LinkText.Write(terminal.Out, link);
            return 0;
        }
        var decision = link.Decision;
        return JsonOutput.Write(terminal, new
        {
            Folder = folder,
            Dataset = dataset,
            link.Outcome,
            link.Says,
            decision?.Others,
            Steps = decision is null ? [] : WaterfallStep.Of(decision.Why),
            Weight = decision is null ? null : (decimal?)WaterfallStep.Weight(decision.Why.Weight),
            decision?.Why.Probability,
            Threshold = decision?.Cost,
            decision?.Coverage,
            decision?.Candidates,
        });
    }

    private static DefinitionException Wrong(string message, string hint) => new(ProblemKinds.UsageWrong.At(null, message, hint));
}
