using Stratify.Engine;

namespace Stratify.Cohorts;

/// <summary>Person-years in; the cohort of everyone in each scheme out.</summary>
public static class CohortStage
{
    /// <param name="schemes">In the order of the job, with different names.</param>
    public static Stage Make(IReadOnlyList<Scheme> schemes) => new(
        "cohorts",
        "Placing everyone in cohorts",
        Steps:
        [
            CohortTables.Schemes(schemes),
            new SelectStep(CombinationTables.Patterns(schemes)),
            CombinationTables.Combinations(schemes),
            CohortTables.Cohorts(schemes),
            new SelectStep(CohortTables.Members(schemes)),
        ],
        Laws: [SqlScript.Load("everyone_is_in_one_cohort"), SqlScript.Load("a_set_holds_people_of_the_year")]);
}
