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
            new SelectStep(SqlScript.Load("cohort_key")),
            new SelectStep(CohortTables.People(schemes)),
            new SelectStep(SqlScript.Load("cohort_member")) { IsView = true },
        ],
        Laws: [SqlScript.Load("everyone_of_a_year_is_placed"), SqlScript.Load("everyone_is_in_one_cohort"), SqlScript.Load("a_cohort_holds_people_of_its_year_once")]);
}
