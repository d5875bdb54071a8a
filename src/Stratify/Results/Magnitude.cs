using Stratify.Engine;

namespace Stratify.Results;

/// <summary>
/// Pounds of a group with the two people who have most of them, in whole pence: what <see cref="DisclosureRule.IsDominated"/> looks at.
/// Exact tables hold the two beside each sum, as <c>pence_largest</c> and <c>pence_second</c> stand beside <c>pence</c>; where credits make
/// somebody's cost less than nothing, the largest are those furthest from it.
/// </summary>
/// <param name="Pence">Of all of the group.</param>
/// <param name="Largest">Of whoever has most; 0 where nobody has any.</param>
/// <param name="Second">Of whoever has most but for them; 0 where nobody else has any.</param>
public sealed record Magnitude(long Pence, long Largest, long Second)
{
    /// <summary>The magnitude of a column of pence by the names of its two neighbours; null where there is nothing to measure.</summary>
    /// <exception cref="ArgumentException">The exact table does not tell the two largest.</exception>
    internal static Magnitude? Of(Grid grid, int row, string pence) =>
        grid.Get<long?>(row, pence) is { } all ? new Magnitude(all, grid.Get<long?>(row, $"{pence}_largest") ?? 0, grid.Get<long?>(row, $"{pence}_second") ?? 0) : null;

    /// <summary>Of several groups at once: the two largest of all are among the two largest of each.</summary>
    /// <param name="overlap">
    /// Whether somebody may be in several of them, with pounds of their own in each. It is not known who is, so the largest of each count as one
    /// person and the second as another: nobody can have more than that, and what is left is no less than this.
    /// </param>
    public static Magnitude Together(IReadOnlyList<Magnitude> groups, bool overlap)
    {
        if (overlap) { return new Magnitude(groups.Sum(group => group.Pence), groups.Sum(group => group.Largest), groups.Sum(group => group.Second)); }
        List<long> largest = [.. groups.SelectMany(group => new[] { group.Largest, group.Second }).OrderDescending().Take(2)];
        return new Magnitude(groups.Sum(group => group.Pence), largest.ElementAtOrDefault(0), largest.ElementAtOrDefault(1));
    }
}
