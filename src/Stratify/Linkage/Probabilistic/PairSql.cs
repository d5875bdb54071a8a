namespace Stratify.Linkage.Probabilistic;

/// <summary>
/// SQL that finds pairs by the blocking rules and says how each agrees. A pair is of a record and a person: where the register names somebody
/// in several ways, each comparison takes the one that agrees best.
/// </summary>
public static class PairSql
{
    private static readonly string[] Compared = ["family_name", "given_name", "born", "postcode", "sector", "district", "sex", "address", "uprn", "numbers"];

    /// <summary>Pairs of the records of a table with people of the register: source_key, person_key, pattern.</summary>
    /// <param name="records">Their table: <c>link_source</c>, or one of the same columns.</param>
    /// <param name="which">SQL over <c>source</c> and <c>spine</c>: which pairs may be at all.</param>
    public static string Of(string records, string which) => $"""
        select source_key, person_key, {PatternCode.Sql(comparison => comparison.Name)} as pattern
        from ({Levels(Found(records, $"spine.is_only and {which}", Columns()))})
        union all
        select source_key, person_key, {PatternCode.Sql(comparison => $"max({comparison.Name})")} as pattern
        from ({Levels($"""
            select {Columns()}
            from (select distinct source_key, person_key from ({Found(records, $"not spine.is_only and {which}", "source.source_key, spine.person_key")})) as found
            join {records} as source on source.source_key = found.source_key
            join link_spine as spine on spine.person_key = found.person_key
            """)})
        group by source_key, person_key
        """;

    /// <summary>
    /// Pairs of people of the register that a table names by their keys, however little they agree. One side after the other: to a planner
    /// that two people are not the same looks like a join, and it would first pair everyone with everyone.
    /// </summary>
    public static string Drawn(string table) => $"""
        with half as materialized (
            select pair.other, source.spine_key as source_key, source.person_key as source_person, {string.Join(", ", Compared.Select(column => $"source.{column} as s_{column}"))}
            from {table} as pair
            join link_spine as source on source.spine_key = pair.one
        )
        select {PatternCode.Sql(comparison => comparison.Name)} as pattern
        from ({Levels($"""
            select half.*, spine.person_key, {string.Join(", ", Compared.Select(column => $"spine.{column} as p_{column}"))}
            from half
            join link_spine as spine on spine.spine_key = half.other
            where source_person <> spine.person_key
            """)})
        """;

    /// <summary>Each record of a table with itself: what it says agrees, and where it says nothing there is nothing to compare.</summary>
    public static string Self(string records) => $"""
        select source_key, {PatternCode.Sql(comparison => comparison.Name)} as pattern
        from ({Levels($"select {Columns()} from {records} as source join (select *, source_key as person_key from {records}) as spine using (source_key)")})
        """;

    private static string Columns(string key = "source.source_key") => $"{key}, spine.person_key, {string.Join(", ", Compared.Select(column => $"source.{column} as s_{column}, spine.{column} as p_{column}"))}";

    /// <summary>Each rule's pairs but those of the rules before it. A key that is too common is null by then and finds nothing.</summary>
    private static string Found(string records, string which, string columns) => string.Join("\nunion all\n", BlockingRule.All.Select((_, rule) => $"""
        select {columns}
        from {records} as source
        join link_spine as spine on source.{BlockingRule.Key(rule)} = spine.{BlockingRule.Key(rule)}
        where {which}{string.Concat(Enumerable.Range(0, rule).Select(before => $" and (source.{BlockingRule.Key(before)} = spine.{BlockingRule.Key(before)}) is not true"))}
        """));

    private static string Levels(string pairs) => $"""
        select source_key, person_key, {string.Join(", ", Comparisons.All.Select(comparison => $"{Level(comparison)} as {comparison.Name}"))}
        from (
            select *, {Winkler("family")}, {Winkler("given")}
            from (select *, {Jaro("family")}, {Jaro("given")} from ({pairs}))
        )
        """;

    private static string Level(Comparison comparison) => $"""
        case when not coalesce({comparison.Comparable}, false) then -1
             {string.Join("\n     ", comparison.Levels.SkipLast(1).Select((level, i) => $"when {level.When} then {comparison.Best - i}"))}
             else 0 end
        """;

    public static string Jaro(string name) => $"case when s_{name}_name <> p_{name}_name then jaro_similarity(s_{name}_name, p_{name}_name) end as {name}_jaro";

    /// <summary>
    /// Winkler's bonus for a common beginning of up to four characters, a tenth of what is missing for each, however unlike the rest: DuckDB's
    /// own gives it above 0.7 only. Below a half no bonus reaches the least level.
    /// </summary>
    public static string Winkler(string name)
    {
        var (s, p) = ($"s_{name}_name", $"p_{name}_name");
        var same = string.Join(" ", Enumerable.Range(1, 4).Reverse().Select(n => $"when length({s}) >= {n} and left({s}, {n}) = left({p}, {n}) then 0.{n}::double"));
        return $"case when {name}_jaro >= 0.5 then {name}_jaro + (case {same} else 0::double end * (1 - {name}_jaro)) end as {name}_winkler";
    }
}
