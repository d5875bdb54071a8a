namespace Stratify.Ranking;

/// <summary>
/// In SQL, a sum of pence with the two largest parts of it: <c>name</c>, <c>name_largest</c> and <c>name_second</c>, by which disclosure control knows
/// that one person has nearly all of it. What is below nothing counts by how far it is.
/// </summary>
internal static class Largest
{
    /// <summary>Over rows of which each is a person's.</summary>
    internal static string Sum(string pence, string name) => $"cast(coalesce(sum({pence}), 0) as bigint) as {name}, {Of(pence, name)}";

    /// <summary>The two alone.</summary>
    internal static string Of(string pence, string name) => $"coalesce(max(abs({pence}), 2)[1], 0) as {name}_largest, coalesce(max(abs({pence}), 2)[2], 0) as {name}_second";

    /// <summary>Over rows of which each is a group with its own two, and nobody is in two of them: the second of all is the second of the largest, or the largest second.</summary>
    internal static string Together(string pence, string name) =>
        $"cast(coalesce(sum({pence}), 0) as bigint) as {name}, coalesce(max({pence}_largest), 0) as {name}_largest, greatest(coalesce(max({pence}_largest, 2)[2], 0), coalesce(max({pence}_second), 0)) as {name}_second";
}
