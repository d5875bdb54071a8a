using System.Globalization;
using System.Numerics;
using Stratify.Engine;
using Stratify.Model;

namespace Stratify.Cohorts;

/// <summary>
/// Combinations of conditions that schemes look for in the data. People are first brought together by the pattern of conditions that they
/// have, of which there are few, so that the number of combinations costs nothing.
/// </summary>
internal static class CombinationTables
{
    /// <summary>Which of the conditions that a scheme looks at a person has: bit i for the i-th.</summary>
    internal static SqlScript Patterns(IReadOnlyList<Scheme> schemes) => SqlScript.Derived(
        "condition_pattern",
        $"{string.Join("\nunion all\n", schemes.Where(scheme => scheme.Discovery is not null).Select(Pattern).Append("select '' as scheme, person_key, year, 0::bigint as pattern from person_year where false"))}\norder by scheme, person_key, year",
        ["scheme", "person_key", "year"]);

    /// <summary>The combinations that are kept, the costliest first. A combination is whoever has its conditions; an exclusive one, whoever has no other of those looked at.</summary>
    internal static CodeStep Combinations(IReadOnlyList<Scheme> schemes) => new("combination", ["scheme", "cohort"], warehouse => MemoryTable.Create(
        warehouse,
        "combination",
        [
            ("scheme", "varchar"), ("cohort", "varchar"), ("position", "bigint"), ("title", "varchar"), ("definition", "varchar"), ("conditions", "varchar"),
            ("size", "bigint"), ("is_exclusive", "boolean"), ("mask", "bigint"),
        ],
        [.. schemes.Where(scheme => scheme.Discovery is not null).SelectMany(scheme => Rows(scheme, Kept(warehouse, scheme)))]));

    /// <summary>The sets of a scheme that the run discovered, in their order.</summary>
    internal static IEnumerable<(string Id, string Title, string Where)> Found(Warehouse warehouse, Scheme scheme) =>
        scheme.Discovery is null ? [] : warehouse.Query("select cohort, title, definition from combination where scheme = $1 order by position", scheme.Name).Rows.Select(row => ((string)row[0]!, (string)row[1]!, (string)row[2]!));

    /// <summary>Whether whoever has a pattern of conditions is in a combination.</summary>
    private const string Has = "found.pattern & combination.mask = combination.mask and (not combination.is_exclusive or found.pattern = combination.mask)";

    /// <summary>Everyone in the combinations that they have.</summary>
    internal static string Members => $"""
        select scheme, cohort, person_key, year
        from condition_pattern
        join (
            select found.scheme, found.pattern, combination.cohort
            from (select distinct scheme, pattern from condition_pattern) as found
            join combination on combination.scheme = found.scheme and {Has}
        ) as held using (scheme, pattern)
        """;

    /// <summary>Everyone who has some of a scheme's combinations, with the numbers of these.</summary>
    internal static string Held(Scheme scheme) => $"""
        select person_key, year, held.numbers
        from condition_pattern
        join (
            select found.pattern, list(cohort.number order by cohort.number) as numbers
            from (select distinct pattern from condition_pattern where scheme = '{scheme.Name}') as found
            join combination on combination.scheme = '{scheme.Name}' and {Has}
            join cohort using (scheme, cohort)
            group by found.pattern
        ) as held using (pattern)
        where scheme = '{scheme.Name}'
        """;

    private static string Pattern(Scheme scheme) => $"""
        select
            '{scheme.Name}' as scheme,
            person_key,
            year,
            {string.Join("\n    + ", scheme.Discovery!.From.Select((field, i) => string.Create(CultureInfo.InvariantCulture, $"case when {field.Column} then {1L << i}::bigint else 0 end")))} as pattern
        from person_year
        """;

    /// <summary>The costliest combinations that enough people have in a year, by what their people cost over all years.</summary>
    private static IEnumerable<long> Kept(Warehouse warehouse, Scheme scheme)
    {
        var discovery = scheme.Discovery!;
        var totals = new Dictionary<long, (long Pence, long Most)>();
        foreach (var year in Patterns(warehouse, scheme.Name).GroupBy(row => row.Year))
        {
            var held = new Dictionary<long, (long People, long Pence)>();
            foreach (var (_, pattern, people, pence) in year)
            {
                foreach (var mask in discovery.Sizes.SelectMany(size => Masks(pattern, size)))
                {
                    var (before, spent) = held.GetValueOrDefault(mask);
                    held[mask] = (before + people, spent + pence);
                }
            }
            foreach (var (mask, (people, pence)) in held)
            {
                var (spent, most) = totals.GetValueOrDefault(mask);
                totals[mask] = (spent + pence, Math.Max(most, people));
            }
        }
        return totals.Where(total => total.Value.Most >= discovery.AtLeast).OrderByDescending(total => total.Value.Pence).ThenBy(total => total.Key).Take(discovery.Most).Select(total => total.Key);
    }

    private static List<(string Year, long Pattern, long People, long Pence)> Patterns(Warehouse warehouse, string scheme) =>
    [
        .. warehouse.Query("""
            select year, pattern, count(*) as people, cast(coalesce(sum(cost), 0) as bigint) as pence
            from condition_pattern
            join person_year using (person_key, year)
            where scheme = $1
            group by year, pattern
            order by year, pattern
            """, scheme).Rows.Select(row => ((string)row[0]!, (long)row[1]!, (long)row[2]!, (long)row[3]!)),
    ];

    /// <summary>Every way to take so many of the conditions in a pattern.</summary>
    private static IEnumerable<long> Masks(long pattern, int size)
    {
        if (size == 0) { return [0]; }
        return BitOperations.PopCount((ulong)pattern) < size ? [] : Taken();

        IEnumerable<long> Taken()
        {
            for (var rest = pattern; rest != 0; rest &= rest - 1)
            {
                var lowest = rest & -rest;
                foreach (var others in Masks(rest & ~lowest, size - 1)) { yield return lowest | others; }
            }
        }
    }

    private static IEnumerable<object?[]> Rows(Scheme scheme, IEnumerable<long> kept)
    {
        var position = (long)scheme.Cohorts.Count;
        foreach (var mask in kept)
        {
            List<PersonYearField> fields = [.. scheme.Discovery!.From.Where((_, i) => (mask >> i & 1) == 1)];
            var (id, title) = (string.Join("-and-", fields.Select(field => SchemeReader.Slug(field.Name))), string.Join(" + ", fields.Select(Title)));
            var (names, where) = (string.Join(", ", fields.Select(field => field.Name)), string.Join(" and ", fields.Select(field => field.Name)));
            yield return [scheme.Name, id, ++position, title, where, names, (long)fields.Count, false, mask];
            yield return [scheme.Name, $"only-{id}", ++position, $"{title}, none else", $"{where} and none of the other conditions looked at", names, (long)fields.Count, true, mask];
        }
    }

    /// <summary>A condition's meaning begins with its title.</summary>
    private static string Title(PersonYearField field) => field.Meaning.Split(": ")[0];
}
