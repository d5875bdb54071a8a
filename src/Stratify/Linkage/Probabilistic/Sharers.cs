namespace Stratify.Linkage.Probabilistic;

/// <summary>SQL that says of a record's values how many people of the register have each: a value that few have says more.</summary>
internal static class Sharers
{
    /// <summary>A column for each comparison, in their order; 0 where the value is of nobody, or none is counted.</summary>
    internal static string Columns { get; } = string.Join(", ", Comparisons.All.Select(comparison => comparison.Frequency is null ? "0::bigint" : $"coalesce({comparison.Name}_of.people, 0)::bigint"));

    /// <summary>What those columns are read from, joined to <c>source</c>, a row of <c>link_source</c>.</summary>
    internal static string Joins { get; } = string.Join("\n", Comparisons.All.Where(comparison => comparison.Frequency is not null).Select(comparison =>
        $"left join link_frequency as {comparison.Name}_of on {comparison.Name}_of.column_name = '{comparison.Frequency}' and {comparison.Name}_of.value = source.{(comparison.Frequency == "birth_date" ? "born" : comparison.Frequency)}"));
}
