using Stratify.Linkage.Probabilistic;
using Stratify.Problems;

namespace Stratify;

/// <summary>What became of one record of a published run.</summary>
/// <param name="Outcome">As <see cref="LinkChoice"/> has it, or <c>rule</c> or <c>unlinked</c> where nobody was weighed.</param>
/// <param name="Says">That in a sentence.</param>
/// <param name="Decision">Weighed up; null where a rule linked the record, or nobody of the register was likely enough to be weighed.</param>
public sealed record PublishedLink(string Outcome, string Says, LinkDecision? Decision)
{
    /// <param name="folder">The run's own folder.</param>
    /// <exception cref="DefinitionException">There is no such run or record, or the run did not link by probability.</exception>
    public static PublishedLink Find(string folder, string dataset, string sourceId)
    {
        if (!File.Exists(Path.Combine(folder, Manifest.FileName))) { throw RunFolder.NoRun(folder); }
        if (!PublishedEvidence.IsThere(folder))
        {
            throw new DefinitionException(ProblemKinds.FileMissing.At(new Place(folder), "The run did not link by probability, or its 'restricted' folder is closed to you, so there is no weight to explain.",
                "Run a job that says 'linkage: {probabilistic: true}', or read restricted/linkage_review.csv for the rule that linked the record."));
        }
        return PublishedEvidence.Decision(folder, dataset, sourceId) is { } decision ? new PublishedLink(decision.Outcome, decision.Says, decision)
            : Reviewed(folder, dataset, sourceId) ?? throw Unknown(folder, dataset);
    }

    private static PublishedLink? Reviewed(string folder, string dataset, string sourceId) =>
        EvidenceRow.Read(folder, LinkEvidenceTables.Review, "dataset", "source_id", "grade", "reason").FirstOrDefault(row => row.Text("dataset") == dataset && row.Text("source_id") == sourceId) is not { } row ? null
            : row.Text("grade") == "U" ? new PublishedLink("unlinked", $"Not linked: {row.Text("reason")}. Nobody of the register was weighed.", null)
            : new PublishedLink("rule", $"Linked by a rule, with grade {row.Text("grade")}: {row.Text("reason")}. Nothing was left to weigh.", null);

    /// <summary>The key is not said again: what its sender put in it is not ours to show.</summary>
    private static DefinitionException Unknown(string folder, string dataset)
    {
        var known = PublishedEvidence.Models(folder).Select(model => model.Dataset).ToList();
        return new DefinitionException(known.Contains(dataset)
            ? ProblemKinds.UnknownName.At(new Place(folder), $"There is nothing to explain of a record of {dataset} with this key: it is not there, or an NHS number linked it.", "The column source_id of restricted/linkage_review.csv lists the keys of all records that no number linked.")
            : ProblemKinds.UnknownName.At(new Place(folder), $"No record of a dataset '{dataset}' was weighed or left unlinked under this key.", Nearest.Hint(dataset, known, "datasets")));
    }
}
