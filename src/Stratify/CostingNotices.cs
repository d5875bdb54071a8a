using System.Globalization;
using Stratify.Engine;
using Stratify.Problems;
using Stratify.Settings;

namespace Stratify;

/// <summary>What whoever reads the costs of a run should hear of how they were come by.</summary>
public static class CostingNotices
{
    /// <summary>Fewer events of acute care are not judged: one of three would be a third.</summary>
    private const int AtLeast = 10;

    /// <summary>Asked once events are costed.</summary>
    internal static IEnumerable<Problem> Of(Warehouse warehouse, Job job, RunPlan plan)
    {
        var place = new Place(job.File);
        if (Averages(warehouse, plan.Costing.AverageLimit) is { } share)
        {
            yield return ProblemKinds.AveragesMany.At(place, string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0}% of the cost of acute care rests on averages, over {plan.Costing.AverageLimit * 100:0.###}%."),
                "Ask the hospitals for healthcare resource groups and treatment functions, or for the cost of each event; where it is known and right, set costing: average_limit.");
        }
        if (plan.CostBy.Factors.Count == 0) { yield break; }
        var missing = warehouse.Query("""
            select count(distinct provider), count(*)
            from costed_event
            join setting on setting.name = costed_event.setting
            left join provider_factor using (provider)
            where setting.market_forces and cost_basis not in ('in_spell', 'not_costed') and millionths is null
            """).Rows[0];
        if (missing[1] is > 0L)
        {
            yield return ProblemKinds.FactorMissing.At(plan.Costing.MarketForces?.Place ?? place, string.Create(CultureInfo.InvariantCulture,
                $"{missing[0]:N0} providers have no market forces factor; their {missing[1]:N0} events count with the factor 1."), "Add them to the list by their code, or by the first three characters of it.");
        }
    }

    /// <summary>The share of acute pounds that rests on averages, where it is over the limit and there is enough to judge by.</summary>
    private static decimal? Averages(Warehouse warehouse, decimal limit)
    {
        var acute = warehouse.Longs("""
            select count(*), coalesce(sum(cost_pence), 0)::bigint, coalesce(sum(cost_pence) filter (cost_basis = 'average'), 0)::bigint
            from costed_event
            join setting on setting.name = costed_event.setting
            where setting.sector = 'acute' and cost_basis not in ('in_spell', 'not_costed')
            """).Select(column => column[0]).ToList();
        var share = acute[1] > 0 ? (decimal)acute[2] / acute[1] : 0;
        return acute[0] >= AtLeast && share > limit ? share : null;
    }
}
