using Stratify.Cohorts;
using Stratify.Costing;
using Stratify.Datasets;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Linkage;
using Stratify.Morbidity;
using Stratify.PersonYears;
using Stratify.Quality;
using Stratify.Ranking;

namespace Stratify;

/// <summary>The stations in the order in which the data meet them. No other file knows it.</summary>
public static class Pipeline
{
    /// <param name="landing">The landing station, which the caller asks for its notices afterwards.</param>
    public static IReadOnlyList<Stage> Stations(RunPlan plan, ExtractLanding landing) => [.. OfPopulation(plan, landing), .. OfSchemes(plan)];

    /// <summary>Up to everybody's year, and what can be measured without cohorts.</summary>
    /// <param name="landing">The landing station, which the caller asks for its notices afterwards.</param>
    public static IReadOnlyList<Stage> OfPopulation(RunPlan plan, ExtractLanding landing) =>
    [
        Frame.Make(plan.Periods, plan.Seed),
        landing.ToStage(),
        QualityStage.OfRows(Catalogue.All),
        LinkageStage.Make(Catalogue.All, plan.Landing.Pseudonyms, plan.Linkage, plan.Place) with { AtEnd = landing.Dispose },
        CostingStage.Make(plan.CostBy, plan.Costing),
        QualityStage.OfEvents(plan.Thresholds),
        MorbidityStage.Make(plan.Conditions),
        PersonYearStage.Make(plan.Conditions),
        MeasuringStage.Make(plan.Seed, plan.CostBy.Compare is not null, plan.CostBy.Factors.Count > 0, plan.CostBy.ControlTotals.Count > 0),
    ];

    /// <summary>What another scheme changes.</summary>
    public static IReadOnlyList<Stage> OfSchemes(RunPlan plan) =>
    [
        CohortStage.Make(plan.Schemes),
        RankingStage.Make(plan.Seed, plan.ComparesPrices, plan.Ranking.Weights, UpClose.Of(plan.Report.Cohorts, Publication.RuleOf(plan.Disclosure).Least) with { Leading = plan.Report.CohortsUpClose ?? UpClose.LeadingUnlessGiven }),
    ];
}
