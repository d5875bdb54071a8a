using Stratify.Model;
using Stratify.Statistics;

namespace Stratify.Ranking;

/// <summary>How cohorts are put in order: by which components, of <see cref="RankComponents"/>, with which weights.</summary>
/// <param name="Components">Numbers of those that count.</param>
/// <param name="Weights">In the same order.</param>
internal sealed record Ordering(IReadOnlyList<int> Components, IReadOnlyList<double> Weights)
{
    /// <summary>Where each cohort stands by one component; one without a value comes last.</summary>
    internal static int[] Place(IReadOnlyList<double[]> values, int component)
    {
        var sign = RankComponents.All[component].IsLeastFirst ? -1 : 1;
        return Ranks.Descending([.. values.Select(cohort => sign * cohort[component])]);
    }

    /// <summary>By component, then by cohort.</summary>
    internal IReadOnlyList<int[]> Places(IReadOnlyList<double[]> values) => [.. Components.Select(component => Place(values, component))];

    /// <param name="values">By cohort, then by component.</param>
    internal (double[] Scores, int[] Places) Of(IReadOnlyList<double[]> values)
    {
        if (Components.Count == 0) { return ([.. values.Select(_ => 1.0)], [.. values.Select(_ => 1)]); }
        var scores = Priority.Scores(Places(values), Weights);
        return (scores, Priority.Order(scores));
    }

    /// <summary>The place of every cohort under weights drawn at random, by cohort, then by draw.</summary>
    internal double[][] UnderAnyWeights(IReadOnlyList<double[]> values, int draws, Xoshiro random)
    {
        var ranks = values.Select(_ => new double[draws]).ToArray();
        var places = Places(values);
        for (var draw = 0; draw < draws; draw++)
        {
            var order = places.Count == 0 ? [.. values.Select(_ => 1)] : Priority.Order(Priority.Scores(places, Priority.AnyWeights(places.Count, random)));
            for (var i = 0; i < order.Length; i++) { ranks[i][draw] = order[i]; }
        }
        return ranks;
    }
}
