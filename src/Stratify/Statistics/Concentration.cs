namespace Stratify.Statistics;

/// <summary>How unequally a total is spread.</summary>
public static class Concentration
{
    /// <summary>
    /// The Gini coefficient of amounts, 0 when everybody has the same, near 1 when one has all:
    /// Σ(2i − n − 1)·xᵢ / (n·Σx) over the ascending order. Not a number when the total is not positive.
    /// </summary>
    /// <param name="amounts">Whole numbers, none negative; sorted here in place.</param>
    public static double Gini(long[] amounts)
    {
        Array.Sort(amounts);
        Int128 weighted = 0, total = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            weighted += (Int128)((2L * (i + 1)) - amounts.Length - 1) * amounts[i];
            total += amounts[i];
        }
        return total <= 0 ? double.NaN : (double)weighted / ((double)total * amounts.Length);
    }
}
