namespace Stratify.Drawing;

/// <summary>Keeps labels from lying on each other.</summary>
public static class Labels
{
    /// <summary>Pushes centres apart until none is nearer than <paramref name="gap"/>, in their own order and within bounds.</summary>
    public static double[] Spread(IReadOnlyList<double> centres, double gap, (double From, double To) bounds)
    {
        var order = Enumerable.Range(0, centres.Count).OrderBy(i => centres[i]).ToArray();
        var places = centres.ToArray();
        for (var k = 0; k < order.Length; k++)
        {
            var least = bounds.From + (k * gap);
            places[order[k]] = Math.Max(least, k == 0 ? places[order[k]] : Math.Max(places[order[k]], places[order[k - 1]] + gap));
        }
        for (var k = order.Length - 1; k >= 0; k--)
        {
            var most = k == order.Length - 1 ? bounds.To : places[order[k + 1]] - gap;
            places[order[k]] = Math.Min(places[order[k]], most);
        }
        return places;
    }
}
