namespace Stratify.Statistics;

/// <summary>Ranks of several means, and how sure they are.</summary>
public static class Ranks
{
    /// <summary>1 for the largest; equal values share the better rank, and what is not a number comes last.</summary>
    public static int[] Descending(ReadOnlySpan<double> values)
    {
        var ranks = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            ranks[i] = 1;
            foreach (var other in values) { ranks[i] += other > values[i] || (double.IsNaN(values[i]) && !double.IsNaN(other)) ? 1 : 0; }
        }
        return ranks;
    }

    /// <summary>The rank of every group in every replicate.</summary>
    /// <param name="replicates">By group, then by replicate; all of the same length.</param>
    /// <returns>By group, then by replicate.</returns>
    public static double[][] OfReplicates(IReadOnlyList<double[]> replicates)
    {
        var ranks = replicates.Select(group => new double[group.Length]).ToArray();
        var values = new double[replicates.Count];
        for (var b = 0; replicates.Count > 0 && b < replicates[0].Length; b++)
        {
            for (var group = 0; group < values.Length; group++) { values[group] = replicates[group][b]; }
            var ranked = Descending(values);
            for (var group = 0; group < values.Length; group++) { ranks[group][b] = ranked[group]; }
        }
        return ranks;
    }
}
