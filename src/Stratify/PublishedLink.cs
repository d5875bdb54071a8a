using Stratify.Linkage.Probabilistic;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>The decision on one record of a published run, or what became of it instead.</summary>
public static class PublishedLink
{
    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DefinitionException">There is no such run or record, or the record was not decided by probability: the problem says what became of it.</exception>
    public static LinkDecision Find(string folder, string dataset, string sourceId)
    {
        if (!File.Exists(Path.Combine(folder, Manifest.FileName)))
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(folder), "There is no published run here.", "Give a published run's folder, or an output folder for its current run."));
        }
        if (!PublishedEvidence.IsThere(folder))
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(folder), "The run did not link by probability, or its 'restricted' folder is closed to you, so there is no weight to explain.",
                "Run a job that says 'linkage: {probabilistic: true}', or read restricted/linkage_review.csv for the rule that linked the record."));
        }
        return PublishedEvidence.Decision(folder, dataset, sourceId) ?? throw NotWeighed(folder, dataset, sourceId);
    }

    /// <summary>The key is not said again: what its sender put in it is not ours to show.</summary>
    private static DefinitionException NotWeighed(string folder, string dataset, string sourceId)
    {
        var path = Path.Combine(folder, "restricted", "linkage_review.csv");
        using var stream = File.OpenRead(path);
        var rows = ReferenceCsv.Read(stream, path, ProblemKinds.VerifyFailed, "dataset", "source_id", "grade", "reason").Where(row => row.Fields["dataset"] == dataset).Select(row => row.Fields).ToList();
        if (rows.FirstOrDefault(row => row["source_id"] == sourceId) is { } found)
        {
            var what = found["grade"] == "U" ? $"It stays unlinked: {found["reason"]}. Nobody of the register was likely enough to be weighed." : $"A rule linked it with grade {found["grade"]}: {found["reason"]}.";
            return new DefinitionException(ProblemKinds.UnknownName.At(new Place(path), $"The record of {dataset} was not decided by probability. {what}", "'stratify link report' says how all records were linked."));
        }
        var models = PublishedEvidence.Models(folder).Select(model => model.Dataset).ToList();
        return new DefinitionException(models.Contains(dataset)
            ? ProblemKinds.UnknownName.At(new Place(path), $"No record of {dataset} with this key was decided by probability, or left unlinked.", "Records that were linked by an NHS number are not listed. restricted/linkage_choices.csv lists those that can be explained.")
            : ProblemKinds.UnknownName.At(new Place(path), $"No record of a dataset '{dataset}' was decided by probability.", Nearest.Hint(dataset, models, "datasets")));
    }
}
