using System.Globalization;
using Stratify.Engine;

namespace Stratify.Cohorts;

/// <summary>Person-years in; the cohort of each, in every scheme, out.</summary>
public static class CohortStage
{
    public static Stage Make(IReadOnlyList<Scheme> schemes) => new(
        "cohorts",
        "Assigning everyone to cohorts",
        Steps:
        [
            new CodeStep("scheme", ["scheme"], warehouse => MemoryTable.Create(
                warehouse,
                "scheme",
                [("scheme", "varchar"), ("title", "varchar"), ("version", "bigint"), ("source", "varchar"), ("status", "varchar"), ("uses_activity", "boolean"), ("position", "bigint")],
                schemes.Select((scheme, i) => new object?[] { scheme.Name, scheme.Title, (long)scheme.Version, scheme.Source, scheme.Status, scheme.UsesActivity, (long)i }))),
            new CodeStep("cohort", ["scheme", "cohort"], warehouse => MemoryTable.Create(
                warehouse,
                "cohort",
                [("scheme", "varchar"), ("cohort", "varchar"), ("title", "varchar"), ("position", "bigint")],
                schemes.SelectMany(scheme => scheme.Cohorts.Select((cohort, i) => new object?[] { scheme.Name, cohort.Id, cohort.Title, (long)i })))),
            new SelectStep(SqlScript.Derived("cohort_member", Members(schemes), ["scheme", "person_key", "year"])),
        ],
        Laws: [SqlScript.Load("everyone_is_in_one_cohort")]);

    /// <summary>One SELECT a scheme: the number of the first condition that is true.</summary>
    public static string Members(IReadOnlyList<Scheme> schemes) => string.Join("\nunion all\n", schemes.Select(scheme => $"""
        select '{scheme.Name}' as scheme, cohort.cohort, assigned.person_key, assigned.year
        from (
            select
                person_key,
                year,
                case
                    {string.Join("\n            ", scheme.Cohorts.Select((cohort, i) => string.Create(CultureInfo.InvariantCulture, $"when {Compiler.Sql(cohort.Where)} then {i}")))}
                end as position
            from (select {string.Join(", ", Compiler.Windows(scheme.Cohorts.Select(cohort => cohort.Where)).Prepend("*"))} from person_year)
        ) as assigned
        left join cohort on cohort.scheme = '{scheme.Name}' and cohort.position = assigned.position
        """));
}
