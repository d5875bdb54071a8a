using Stratify.Engine;

namespace Stratify.Cohorts;

/// <summary>The tables of this station, derived from the schemes of a job.</summary>
public static class CohortTables
{
    /// <summary>Everyone's cohorts in every scheme and year. A condition that is unknown of a person is not true of them, so in a partition the next is tried.</summary>
    public static SqlScript Members(IReadOnlyList<Scheme> schemes) => SqlScript.Derived(
        "cohort_member",
        $"""
        {string.Join("\nunion all\n", schemes.Where(scheme => scheme.Cohorts.Count > 0).Select(scheme => scheme.IsSets ? InSets(scheme) : InFirst(scheme)).Concat(schemes.Any(scheme => scheme.Discovery is not null) ? [CombinationTables.Members] : []))}
        order by scheme, cohort, person_key, year
        """,
        ["scheme", "cohort", "person_key", "year"]);

    /// <summary>Cohorts in the order of their scheme, from 1; those that the run discovered behind the others.</summary>
    public static CodeStep Cohorts(IReadOnlyList<Scheme> schemes) => new("cohort", ["scheme", "cohort"], warehouse => MemoryTable.Create(
        warehouse,
        "cohort",
        [
            ("scheme", "varchar"), ("cohort", "varchar"), ("title", "varchar"), ("position", "bigint"), ("definition", "varchar"),
            ("scheme_title", "varchar"), ("scheme_kind", "varchar"), ("uses_activity", "boolean"),
        ],
        [
            // Asked for before the table is made: while it is, nothing else can be asked.
            .. from scheme in schemes
               from row in scheme.Cohorts.Select(cohort => (cohort.Id, cohort.Title, cohort.Where)).Concat(CombinationTables.Found(warehouse, scheme)).Select((cohort, i) => (It: cohort, Position: i + 1L))
               select new object?[] { scheme.Name, row.It.Id, row.It.Title, row.Position, row.It.Where, scheme.Title, scheme.Kind, scheme.UsesActivity },
        ]));

    /// <summary>Schemes in the order of the job, from 1.</summary>
    public static CodeStep Schemes(IReadOnlyList<Scheme> schemes) => new("scheme", ["scheme"], warehouse => MemoryTable.Create(
        warehouse,
        "scheme",
        [
            ("scheme", "varchar"), ("title", "varchar"), ("scheme_kind", "varchar"), ("position", "bigint"), ("version", "bigint"),
            ("source", "varchar"), ("status", "varchar"), ("uses_activity", "boolean"), ("is_retrospective", "boolean"), ("definition_hash", "varchar"),
        ],
        schemes.Select((scheme, i) => new object?[]
        {
            scheme.Name, scheme.Title, scheme.Kind, i + 1L, (long)scheme.Version, scheme.Source, scheme.Status, scheme.UsesActivity, scheme.IsRetrospective, scheme.DefinitionHash,
        })));

    private static string InSets(Scheme scheme) => $"""
        select '{scheme.Name}' as scheme, cohort, person_key, year
        from (
            select unnest([{string.Join(", ", scheme.Cohorts.Select(cohort => $"case when {CriterionSql.Of(cohort.Criterion)} then '{cohort.Id}' end"))}]) as cohort, person_key, year
            from {CriterionSql.People(scheme.Cohorts.Select(cohort => cohort.Criterion))}
        )
        where cohort is not null
        """;

    private static string InFirst(Scheme scheme) => $"""
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
