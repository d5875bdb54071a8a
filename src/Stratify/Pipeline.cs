using Stratify.Cohorts;
using Stratify.Costing;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Linkage;
using Stratify.PersonYears;
using Stratify.Ranking;

namespace Stratify;

/// <summary>The stations in the order in which the data meet them. No other file knows it.</summary>
public static class Pipeline
{
    /// <param name="landing">The landing station, which the caller asks for its notices afterwards.</param>
    public static IReadOnlyList<Stage> Stations(RunPlan plan, ExtractLanding landing) =>
    [
        Frame.Make(plan.Periods, plan.Seed),
        landing.ToStage(),
        LinkageStage.Make(Catalogue.All, plan.Landing.Pseudonyms),
        CostingStage.Make(plan.Prices),
        PersonYearStage.Make(ConditionCodes.Shipped),
        CohortStage.Make(plan.Schemes),
        RankingStage.Make(plan.Seed),
    ];
}
