using Stratify.Engine;

namespace Stratify.Cohorts;

/// <summary>The tables of this station, derived from the schemes of a job.</summary>
public static class CohortTables
{
    /// <summary>Everyone's cohort in every scheme and year. A condition that is unknown of a person is not true of them, so the next is tried.</summary>
    public static SqlScript Members(IReadOnlyList<Scheme> schemes) =>
        SqlScript.Derived("cohort_member", $"{string.Join("\nunion all\n", schemes.Select(Members))}\norder by scheme, person_key, year", ["scheme", "person_key", "year"]);

    /// <summary>Cohorts in the order of their scheme, from 1.</summary>
    public static CodeStep Cohorts(IReadOnlyList<Scheme> schemes) => new("cohort", ["scheme", "cohort"], warehouse => MemoryTable.Create(
        warehouse,
        "cohort",
        [
            ("scheme", "varchar"), ("cohort", "varchar"), ("title", "varchar"), ("position", "bigint"), ("definition", "varchar"),
            ("scheme_title", "varchar"), ("scheme_kind", "varchar"), ("uses_activity", "boolean"),
        ],
        schemes.SelectMany(scheme => scheme.Cohorts.Select((cohort, i) => new object?[]
        {
            scheme.Name, cohort.Id, cohort.Title, i + 1L, cohort.Where, scheme.Title, scheme.Kind, scheme.UsesActivity,
        }))));

    /// <summary>Schemes in the order of the job, from 1.</summary>
    public static CodeStep Schemes(IReadOnlyList<Scheme> schemes) => new("scheme", ["scheme"], warehouse => MemoryTable.Create(
        warehouse,
        "scheme",
        [
            ("scheme", "varchar"), ("title", "varchar"), ("scheme_kind", "varchar"), ("position", "bigint"), ("version", "bigint"),
            ("source", "varchar"), ("status", "varchar"), ("uses_activity", "boolean"), ("definition_hash", "varchar"),
        ],
        schemes.Select((scheme, i) => new object?[]
        {
            scheme.Name, scheme.Title, scheme.Kind, i + 1L, (long)scheme.Version, scheme.Source, scheme.Status, scheme.UsesActivity, scheme.DefinitionHash,
        })));

    private static string Members(Scheme scheme) => $"""
        select
            '{scheme.Name}' as scheme,
            case
                {string.Join("\n        ", scheme.Cohorts.Select(cohort => $"when {CriterionSql.Of(cohort.Criterion)} then '{cohort.Id}'"))}
            end as cohort,
            person_key,
            year
        from {CriterionSql.People(scheme.Cohorts.Select(cohort => cohort.Criterion))}
        """;
}
