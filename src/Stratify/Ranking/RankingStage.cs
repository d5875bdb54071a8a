using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Ranking;

/// <summary>Person-years and cohorts in; exact measures of every cohort, with intervals, out. None of them is published as it is.</summary>
public static class RankingStage
{
    /// <param name="compared">Whether events were priced by a second book too.</param>
    /// <param name="weights">How much each component of a cohort's priority counts, of <see cref="RankComponents"/>; null for the usual.</param>
    /// <param name="close">Which cohorts are looked at up close; null for the first of each partition.</param>
    public static Stage Make(long seed, bool compared = false, IReadOnlyDictionary<string, decimal>? weights = null, UpClose? close = null) => new(
        "ranking",
        "Ranking cohorts",
        Steps:
        [
            new SelectStep(PlacedPeople.Laid),
            new SelectStep(PlacedPeople.OfCohorts) { IsView = true },
            new SelectStep(SqlScript.Load("cohort_total")),
            new SelectStep(SqlScript.Load("cohort_number")),
            new SelectStep(CohortPatterns.Patterns),
            new SelectStep(SqlScript.Load("cohort_nested")),
            new SelectStep(CohortPatterns.Outside),
            new SelectStep(SqlScript.Load("measure_coverage")),
            new SelectStep(SqlScript.Load("measure_cohort_opportunity")),
            new SelectStep(SqlScript.Load("measure_reduction")),
            .. compared ? [new SelectStep(SqlScript.Load("measure_book"))] : Array.Empty<Step>(),
            CohortIntervals.Step(seed),
            CombinationMeasures.Step(seed),
            new SelectStep(SqlScript.Load("cohort_cap")),
            new SelectStep(SqlScript.Load("cohort_spread")),
            RiskPools.OfCohorts,
            new SelectStep(CohortSettings.Totalled),
            new SelectStep(CohortSettings.Each),
            new SelectStep(SqlScript.Load("cohort_overlap")),
            new SelectStep(GroupStrata.OfCohorts),
            GroupRates.OfCohorts,
            new SelectStep(SqlScript.Load("measure_cohort_metric")),
            new SelectStep(CohortProfiles.Script),
            CohortPriorities.Step(seed, weights ?? RankComponents.All.ToDictionary(component => component.Name, component => component.Weight)),
            new SelectStep(MeasureCohort.Script),
            new SelectStep(CohortWhole.Script),
            .. (close ?? UpClose.Of(null, UpClose.Fewest)).Steps,
        ],
        Laws: [SqlScript.Load("cohorts_hold_everyone"), SqlScript.Load("cohorts_hold_what_is_in_scope"), SqlScript.Load("cohorts_hold_what_is_co_ordinated"), SqlScript.Load("a_set_is_no_larger_than_everybody"), SqlScript.Load("likely_links_add_the_same_to_every_scheme"), .. UpClose.Laws, .. compared ? [SqlScript.Load("cohorts_hold_the_other_book_s_pounds")] : Array.Empty<SqlScript>()]);
}
