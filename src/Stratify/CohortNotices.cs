using Stratify.Engine;
using Stratify.Problems;

namespace Stratify;

/// <summary>What whoever reads cohorts should hear of how they were come by. Asked once everyone is in cohorts.</summary>
internal static class CohortNotices
{
    internal static IEnumerable<Problem> Of(Warehouse warehouse, RunPlan plan) =>
        from scheme in plan.Schemes
        where scheme.Discovery is not null && warehouse.Query("select 1 from combination where scheme = $1 limit 1", scheme.Name).Count == 0
        select ProblemKinds.NothingDiscovered.At(scheme.Place, $"The scheme '{scheme.Name}' looked for sets in the data and found none: no {string.Join(" or ", scheme.Discovery!.Sizes)} of its {scheme.Discovery.From.Count} conditions come together in {scheme.Discovery.AtLeast} people of a year.",
            "Lower 'at_least', look for smaller sets, or see in restricted/condition_sources.csv whether conditions were found at all.");
}
