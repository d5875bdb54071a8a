using Stratify.Cohorts;
using Stratify.Engine;
using Stratify.Problems;

namespace Stratify;

/// <summary>What whoever reads cohorts should hear of how they were come by. Asked once cohorts are measured.</summary>
internal static class CohortNotices
{
    internal static IReadOnlyList<Problem> Of(Warehouse warehouse, RunPlan plan) => [.. Undiscovered(warehouse, plan), .. Empty(warehouse, plan), .. NotUpClose(warehouse, plan)];

    private static IEnumerable<Problem> Undiscovered(Warehouse warehouse, RunPlan plan) =>
        from scheme in plan.Schemes
        where scheme.Discovery is not null && warehouse.Query("select 1 from combination where scheme = $1 limit 1", scheme.Name).Count == 0
        select ProblemKinds.NothingDiscovered.At(scheme.Place, $"The scheme '{scheme.Name}' looked for sets in the data and found none: no {string.Join(" or ", scheme.Discovery!.Sizes)} of its {scheme.Discovery.From.Count} conditions come together in {scheme.Discovery.AtLeast} people of a year.",
            "Lower 'at_least', look for smaller sets, or see in restricted/condition_sources.csv whether conditions were found at all.");

    private static IEnumerable<Problem> NotUpClose(Warehouse warehouse, RunPlan plan) =>
        from asked in (plan.Report.UpClose ?? []).Zip(plan.Report.Cohorts ?? [])
        where warehouse.Query("select 1 from up_close where scheme = $1 and cohort = $2", asked.Second.Scheme, asked.Second.Cohort).Count == 0
        select ProblemKinds.CohortNotUpClose.At(asked.First.Place, $"The cohort '{asked.Second.Cohort}' of the scheme '{asked.Second.Scheme}' holds nobody in {plan.Periods[^1].Year}, so it has no page of its own.");

    /// <summary>One a scheme of the job's own, at the first of its cohorts that holds nobody in any year. That whoever is left over is nobody is no surprise.</summary>
    private static IEnumerable<Problem> Empty(Warehouse warehouse, RunPlan plan)
    {
        foreach (var scheme in plan.Schemes.Where(scheme => scheme.IsOwn))
        {
            var held = warehouse.Query("select distinct cohort from cohort_total where scheme = $1", scheme.Name).Rows.Select(row => (string)row[0]!).ToHashSet();
            var empty = scheme.Cohorts.Where(cohort => !held.Contains(cohort.Id) && cohort is { IsGenerated: false, Criterion: not Everyone }).ToList();
            if (empty.Count == 0) { continue; }
            yield return ProblemKinds.CohortEmpty.At(empty[0].Place, $"{(empty.Count == 1 ? "A cohort" : "Cohorts")} of the scheme '{scheme.Name}' {(empty.Count == 1 ? "holds" : "hold")} nobody in any year, and no table shows {(empty.Count == 1 ? "it" : "them")}: {string.Join(", ", empty.Select(cohort => $"'{cohort.Id}'"))}.",
                $"If that surprises you, ask where people are lost, rule by rule: stratify cohort explain RUN --scheme {scheme.Place.File}.");
        }
    }
}
