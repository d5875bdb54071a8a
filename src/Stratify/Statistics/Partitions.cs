namespace Stratify.Statistics;

/// <summary>How far two ways to part the same people agree.</summary>
public static class Partitions
{
    /// <summary>
    /// The adjusted Rand index (Hubert and Arabie 1985): 1 when the two agree, 0 when no more than chance would have it. Over counts nᵢⱼ with
    /// margins aᵢ and bⱼ: (Σ C(nᵢⱼ, 2) − E) / (½(Σ C(aᵢ, 2) + Σ C(bⱼ, 2)) − E), E = Σ C(aᵢ, 2) Σ C(bⱼ, 2) / C(n, 2).
    /// </summary>
    /// <param name="cells">A row and a column, each by a number of its own, and how many people are in both; each pair once.</param>
    /// <returns>Not a number where there are not two people; 1 where both put everyone together, or everyone apart.</returns>
    public static double AdjustedRand(IEnumerable<(int Row, int Column, long People)> cells)
    {
        var all = cells.ToList();
        var n = all.Sum(cell => cell.People);
        if (n < 2) { return double.NaN; }
        var together = all.Sum(cell => Pairs(cell.People));
        var rows = all.GroupBy(cell => cell.Row).Sum(row => Pairs(row.Sum(cell => cell.People)));
        var columns = all.GroupBy(cell => cell.Column).Sum(column => Pairs(column.Sum(cell => cell.People)));
        var expected = rows / Pairs(n) * columns;
        var most = (rows + columns) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// <summary>How many pairs there are of so many.</summary>
    private static double Pairs(long people) => people / 2.0 * (people - 1);
}
