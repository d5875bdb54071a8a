using System.Globalization;
using Stratify.Problems;

namespace Stratify.Quality;

/// <summary>What two counts say of a dataset, by its threshold.</summary>
public enum Outcome
{
    /// <summary>Nothing breaks it.</summary>
    Clean,
    /// <summary>Something does, within what is allowed.</summary>
    PassedWithViolations,
    Warn,
    Fail,
    /// <summary>There was nothing to ask, or too little to judge by; the reason says which.</summary>
    NotApplicable,
}

/// <summary>The counts of one check of one dataset, and of one column where the check is asked of columns. Rows, events or months; never a value.</summary>
/// <param name="Delivered">Whether any file of the dataset was read.</param>
public sealed record CheckCount(string Check, string Dataset, string Column, long Violations, long Counted, bool Delivered);

/// <summary>A count with its outcome. It is computed from the count and a threshold alone, so that it can be computed again from what was published.</summary>
/// <param name="Reason">One clause: why it is not judged, or which limit it is over; empty when clean.</param>
public sealed record Judgement(CheckCount Count, Outcome Outcome, string Reason)
{
    internal const string NotDelivered = "nothing was delivered";

    /// <summary>One or two warn at most: of few rows they are a large share, and still slips of the pen.</summary>
    private const int Several = 3;

    public static Judgement Of(CheckCount count, Thresholds thresholds)
    {
        var threshold = thresholds.Of(count.Check, count.Dataset, count.Column);
        var share = count.Counted == 0 ? 0 : (decimal)count.Violations / count.Counted;
        return count switch
        {
            { Delivered: false } => new(count, Outcome.NotApplicable, NotDelivered),
            { Counted: 0 } => new(count, Outcome.NotApplicable, $"it needs {CheckCatalogue.Find(count.Check)!.Needs}"),
            { Violations: 0 } => new(count, Outcome.Clean, ""),
            _ when count.Counted < threshold.AtLeast => new(count, Outcome.NotApplicable, string.Create(CultureInfo.InvariantCulture, $"fewer than {threshold.AtLeast} to judge by")),
            { Violations: >= Several } when share > threshold.FailOver => new(count, Outcome.Fail, Over(threshold.FailOver.Value)),
            _ when share > (threshold.WarnOver ?? threshold.FailOver) => new(count, Outcome.Warn, Over((threshold.WarnOver ?? threshold.FailOver)!.Value)),
            _ => new(count, Outcome.PassedWithViolations, ""),
        };
    }

    /// <summary>The same counts by other thresholds: no data are needed.</summary>
    public static IReadOnlyList<Judgement> Again(IReadOnlyList<Judgement> judgements, Thresholds thresholds) => [.. judgements.Select(judgement => Of(judgement.Count, thresholds))];

    /// <summary>As it is published.</summary>
    public static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Clean => "clean",
        Outcome.PassedWithViolations => "passed with violations",
        Outcome.Warn => "warn",
        Outcome.Fail => "fail",
        _ => "not applicable",
    };

    /// <summary>In a sentence, with both counts: 0.0% can be a hundred rows.</summary>
    public string Says => string.Create(CultureInfo.InvariantCulture,
        $"{Count.Violations:N0} of {Count.Counted:N0} {(Count.Check == ColumnChecks.CodeMissing.Name ? $"rows without {Count.Column}" : CheckCatalogue.Find(Count.Check)!.Counts)}");

    /// <summary>What failed, for whoever started the run; a warning is for the readers of the report.</summary>
    public static IReadOnlyList<Problem> Notices(IReadOnlyList<Judgement> judgements) =>
        [.. judgements.Where(judgement => judgement.Outcome == Outcome.Fail).Select(judgement => ProblemKinds.CheckFailed.At(new Place(judgement.Count.Dataset),
            $"{judgement.Says}, {judgement.Reason}.", "Ask the sender; or, where it is known and right, set the limit in thresholds of your own."))];

    private static string Over(decimal limit) => limit == 0 ? "there should be none" : string.Create(CultureInfo.InvariantCulture, $"over {limit * 100:0.###}%");
}
