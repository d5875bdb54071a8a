using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>Holds a run's key against that of the last run in its folder: another key is another population by every pseudonym.</summary>
internal static class KeyChange
{
    /// <param name="last">The folder of the last run; null when there is none.</param>
    /// <exception cref="DefinitionException">The key is another, and the job does not say that this is meant.</exception>
    internal static void Refuse(Job job, RunPlan plan, string? last)
    {
        if (plan.TakesUp is not null || job.Key.IsStated || job.Key.IsPublic || last is null || !IsAnother(plan, last)) { return; }
        var now = plan.Landing.Pseudonyms.KeyId;
        throw new DefinitionException(ProblemKinds.KeyChanged.At(new Place(job.File), $"The last run here was made with the key {Governance.KeyIdOf(last)}, and the job's key file holds the key {now}.",
            $"Put the old key back. Where it was changed on purpose, say so in the job: key_id: {now}"));
    }

    /// <summary>Runs from before keys were named tell nothing.</summary>
    internal static bool IsAnother(RunPlan plan, string last) => Governance.KeyIdOf(last) is { } before && before != plan.Landing.Pseudonyms.KeyId;
}
