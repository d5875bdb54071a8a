namespace Stratify.Statistics;

/// <summary>What somebody has, what it counts for among those alike, and of which cluster the person is.</summary>
public readonly record struct ClusteredValue(double Value, double Weight, int Cluster);

/// <summary>
/// Weighted means, and their difference, where whole clusters (practices) are of one group or the other and what comes to people of one cluster comes to
/// them together. Errors are Bell and McCaffrey's (2002): the sandwich over clusters, each one's sum of residuals widened by 1/√(1 − its part of its group's
/// weight), which is unbiased where people differ by chance alone and is called CR2; CR1 is too narrow where few clusters are treated. The interval is
/// Student's t with Satterthwaite's degrees of freedom under the same (Imbens and Kolesár 2016), and never more than clusters − 1. Of one cluster of a group
/// there is no error.
/// </summary>
public static class ClusteredMeans
{
    /// <summary>The weighted mean of one group.</summary>
    public static TestedEstimate Of(IReadOnlyList<ClusteredValue> group, double level = 0.95) => Told([Part(group)], level, parts => parts[0].Mean);

    /// <summary>The mean of members less that of controls.</summary>
    public static TestedEstimate Difference(IReadOnlyList<ClusteredValue> members, IReadOnlyList<ClusteredValue> controls, double level = 0.95) =>
        Told([Part(members), Part(controls)], level, parts => parts[0].Mean - parts[1].Mean);

    private static TestedEstimate Told(IReadOnlyList<GroupPart> parts, double level, Func<IReadOnlyList<GroupPart>, double> value)
    {
        var free = Math.Min(parts.Sum(part => part.Clusters) - 1, Math.Pow(parts.Sum(part => 1 / part.Weight), 2) / parts.Sum(part => part.Squares / Math.Pow(part.Weight, 4)));
        return TestedEstimate.OfFreedom(value(parts), parts.Any(part => part.Clusters < 2) ? double.NaN : Math.Sqrt(parts.Sum(part => part.Variance)), free, level);
    }

    /// <param name="Squares">The sum of the squares of what two clusters' sums have in common by chance: the trace of the square of their covariance.</param>
    private sealed record GroupPart(double Mean, double Variance, double Weight, int Clusters, double Squares);

    private static GroupPart Part(IReadOnlyList<ClusteredValue> group)
    {
        var weight = group.Sum(one => one.Weight);
        var mean = group.Sum(one => one.Weight * one.Value) / weight;
        var clusters = group.GroupBy(one => one.Cluster).OrderBy(cluster => cluster.Key)
            .Select(cluster => (Part: cluster.Sum(one => one.Weight) / weight, Sum: cluster.Sum(one => one.Weight * (one.Value - mean)))).ToList();
        var variance = clusters.Sum(cluster => cluster.Sum * cluster.Sum / (1 - cluster.Part)) / (weight * weight);
        // Of clusters c and d the covariance is W·p(c) where they are one, else −W·p(c)·p(d)/√((1 − p(c))(1 − p(d))).
        var apart = clusters.Select(cluster => cluster.Part * cluster.Part / (1 - cluster.Part)).ToList();
        var squares = weight * weight * (clusters.Sum(cluster => cluster.Part * cluster.Part) + (apart.Sum() * apart.Sum()) - apart.Sum(one => one * one));
        return new GroupPart(mean, variance, weight, clusters.Count, squares);
    }
}
