using Stratify.Statistics;

namespace Stratify.Planning.Risks;

/// <summary>A regularised logit of one outcome, and what it foretells.</summary>
/// <param name="People">It was fitted to, and <paramref name="Happened"/> those of them to whom it came.</param>
internal sealed record RiskFit(GlmFit Fit, double Penalty, long People, long Happened)
{
    /// <summary>Of each penalty, the mean of five fits is looked at, each without a fifth of the people.</summary>
    private const int Parts = 5;

    internal static RiskFit Of(RiskPeople people, bool[] happens, long seed, int threads)
    {
        var (design, rowOf) = Design(people);
        var random = Xoshiro.For(seed, "parts of people");
        var parts = Enumerable.Range(0, Parts).Select(_ => (People: new double[design.Rows], Having: new double[design.Rows])).ToArray();
        for (var person = 0; person < people.Count; person++)
        {
            var (counts, having) = parts[random.NextInt(Parts)];
            counts[rowOf[person]]++;
            having[rowOf[person]] += happens[person] ? 1 : 0;
        }
        var penalty = Ridge.Choose(design, [.. parts.Select(part => Outcome.OfShares(part.People, part.Having))], threads);
        var all = Outcome.OfShares(Sum(parts.Select(part => part.People)), Sum(parts.Select(part => part.Having)));
        return new RiskFit(Ridge.Fit(design, all, penalty, threads), penalty, people.Count, happens.Count(one => one));
    }

    internal double[] Probabilities(RiskPeople people)
    {
        var (design, rowOf) = Design(people);
        var rows = Enumerable.Range(0, design.Rows).Select(row => Fit.Mean(design, row)).ToArray();
        return [.. rowOf.Select(row => rows[row])];
    }

    /// <summary>A row for all people of whom the same is so, in the order in which the first of them stands.</summary>
    private static (DesignMatrix Design, int[] RowOf) Design(RiskPeople people)
    {
        var rows = new Dictionary<(long, long), int>();
        var (flags, rowOf) = (new List<IReadOnlyList<int>>(), new int[people.Count]);
        for (var person = 0; person < people.Count; person++)
        {
            var key = (people.Flags[0][person], people.Flags.Count > 1 ? people.Flags[1][person] : 0);
            if (!rows.TryGetValue(key, out var row))
            {
                rows[key] = row = flags.Count;
                flags.Add(people.Had(person));
            }
            rowOf[person] = row;
        }
        return (DesignMatrix.OfFlags([.. RiskPredictor.All.Select(predictor => predictor.Name)], flags), rowOf);
    }

    private static double[] Sum(IEnumerable<double[]> of) => of.Aggregate((one, other) => [.. one.Zip(other, (a, b) => a + b)]);
}
