using System.Globalization;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify.Quality;

/// <summary>The counts of a published run, read back to be judged by other thresholds. No extract is needed.</summary>
public static class PublishedChecks
{
    private static readonly string[] Columns = ["check_name", "dataset", "column_name", "violations", "counted", "reason"];

    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DefinitionException">It has no counts, or they are not as they were written.</exception>
    public static IReadOnlyList<Judgement> Judge(string folder, Thresholds thresholds)
    {
        var path = Path.Combine(folder, "tables", "data_quality_checks.csv");
        if (!File.Exists(path)) { throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(path), "The run has no counts of data quality.", "Give a published run's folder, or an output folder for its current run.")); }
        using var stream = File.OpenRead(path);
        return [.. ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, Columns).Select(row => Judgement.Of(Count(row.Fields, row.Place), thresholds))];
    }

    private static CheckCount Count(IReadOnlyDictionary<string, string> fields, Place place) =>
        CheckCatalogue.Find(fields["check_name"]) is not null
            && long.TryParse(fields["violations"], NumberStyles.None, CultureInfo.InvariantCulture, out var violations)
            && long.TryParse(fields["counted"], NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
                ? new CheckCount(fields["check_name"], fields["dataset"], fields["column_name"], violations, counted, fields["reason"] != Judgement.NotDelivered)
                : throw new DefinitionException(ProblemKinds.VerifyFailed.At(place, "The line is not a count of a check, as a run writes them."));
}
