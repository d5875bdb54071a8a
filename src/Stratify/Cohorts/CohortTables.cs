using System.Globalization;
using Stratify.Engine;

namespace Stratify.Cohorts;

/// <summary>The tables of this station, derived from the schemes of a job.</summary>
public static class CohortTables
{
    /// <summary>
    /// Makes <c>person_cohort</c>: everyone of a year with the list of their cohorts, by number of <c>cohort_key</c>. A condition that is unknown of a
    /// person is not true of them, so in a partition the next is tried.
    /// </summary>
    internal static SqlScript People(IReadOnlyList<Scheme> schemes)
    {
        var numbers = Numbered(schemes).ToLookup(cohort => cohort.Scheme, cohort => (cohort.Cohort, cohort.Number));
        var discovered = schemes.Where(scheme => scheme.Discovery is not null).ToList();
        var written = $"[{string.Join(", ", schemes.SelectMany(scheme => scheme.IsSets ? numbers[scheme].Select(InSet) : [InFirst(numbers[scheme])]))}]::integer[]";
        if (schemes.Any(scheme => scheme.IsSets)) { written = $"list_filter({written}, lambda number: number is not null)"; }
        return SqlScript.Derived("person_cohort", $"""
            select
                person.person_key,
                person.year,
                list_concat({string.Join(", ", discovered.Select((_, i) => Found(i)).Prepend(written))}) as cohorts
            from {CriterionSql.People(schemes.SelectMany(scheme => scheme.Cohorts).Select(cohort => cohort.Criterion))} as person
            left join (select year, min(number) - 1 as before from cohort_key group by year) as known using (year)
            {string.Join("\n", discovered.Select((scheme, i) => $"left join ({CombinationTables.Held(scheme)}) as {Of(i)} using (person_key, year)"))}
            """, ["person_key", "year"]);

        static string Of(int discovered) => string.Create(CultureInfo.InvariantCulture, $"found_{discovered}");
        static string Found(int discovered) => $"list_transform(coalesce({Of(discovered)}.numbers, []), lambda number: cast(number + before as integer))";
    }

    /// <summary>Everyone's cohorts in every scheme and year, by name: what a study asks of schemes that the run did not have.</summary>
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
            ("scheme_title", "varchar"), ("scheme_kind", "varchar"), ("uses_activity", "boolean"), ("number", "bigint"),
        ],
        // Asked for before the table is made: while it is, nothing else can be asked.
        [.. Rows(schemes, warehouse)]));

    /// <summary>Those that are written down have the numbers that <see cref="Numbered"/> gives them, and those that are found the next ones.</summary>
    private static IEnumerable<object?[]> Rows(IReadOnlyList<Scheme> schemes, Warehouse warehouse)
    {
        var (written, found) = (0L, Numbered(schemes).Count());
        foreach (var scheme in schemes)
        {
            var position = 0L;
            foreach (var cohort in scheme.Cohorts) { yield return Row(scheme, (cohort.Id, cohort.Title, cohort.Where), ++position, ++written); }
            foreach (var cohort in CombinationTables.Found(warehouse, scheme)) { yield return Row(scheme, cohort, ++position, ++found); }
        }

        static object?[] Row(Scheme scheme, (string Id, string Title, string Where) cohort, long position, long number) =>
            [scheme.Name, cohort.Id, cohort.Title, position, cohort.Where, scheme.Title, scheme.Kind, scheme.UsesActivity, number];
    }

    /// <summary>The cohorts that schemes write down, numbered from 1.</summary>
    private static IEnumerable<(Scheme Scheme, Cohort Cohort, int Number)> Numbered(IReadOnlyList<Scheme> schemes) =>
        schemes.SelectMany(scheme => scheme.Cohorts.Select(cohort => (Scheme: scheme, Cohort: cohort))).Select((one, i) => (one.Scheme, one.Cohort, i + 1));

    private static string InSet((Cohort Cohort, int Number) one) => string.Create(CultureInfo.InvariantCulture, $"case when {CriterionSql.Of(one.Cohort.Criterion)} then {one.Number} + before end");

    private static string InFirst(IEnumerable<(Cohort Cohort, int Number)> cohorts) =>
        $"case {string.Join(' ', cohorts.Select(one => string.Create(CultureInfo.InvariantCulture, $"when {CriterionSql.Of(one.Cohort.Criterion)} then {one.Number}")))} end + before";

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
