namespace Stratify.Statistics;

/// <summary>Draws from distributions, from a generator that is the same everywhere.</summary>
public static class Draws
{
    /// <summary>True with probability <paramref name="p"/>.</summary>
    public static bool Chance(this Xoshiro random, double p) => random.NextDouble() < p;

    /// <summary>Standard normal, by Box and Muller's cosine.</summary>
    public static double Normal(this Xoshiro random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Gamma of the given shape and mean 1, by Marsaglia and Tsang (2000); shapes below 1 by their boost.</summary>
    public static double Gamma(this Xoshiro random, double shape)
    {
        var boost = shape < 1 ? Math.Pow(1 - random.NextDouble(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) { return boost * d * v / shape; }
        }
    }

    /// <summary>
    /// The next of a row of draws from <see cref="Gamma"/>, each correlated so with the one before: a part of that one, by a beta, is kept and the rest
    /// drawn anew, which leaves the distribution as it is (the beta-gamma autoregression of Lewis, McKenzie and Hugus 1989).
    /// </summary>
    public static double GammaAfter(this Xoshiro random, double before, double shape, double correlation)
    {
        var (kept, lost) = (correlation * random.Gamma(correlation * shape), (1 - correlation) * random.Gamma((1 - correlation) * shape));
        return (before * kept / (kept + lost)) + ((1 - correlation) * random.Gamma((1 - correlation) * shape));
    }

    /// <summary>Poisson, by counting exponential gaps; large means by a rounded normal.</summary>
    public static int Poisson(this Xoshiro random, double mean)
    {
        if (mean > 60) { return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * random.Normal()))); }
        var limit = Math.Exp(-mean);
        var product = random.NextDouble();
        var count = 0;
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }
        return count;
    }

    /// <summary>A count whose mean differs between people as a gamma of the given shape does: few have many.</summary>
    public static int Overdispersed(this Xoshiro random, double mean, double shape) => mean <= 0 ? 0 : random.Poisson(mean * random.Gamma(shape));

    /// <summary>Puts values in an order by chance, each as likely as any other (Fisher and Yates).</summary>
    public static void Shuffle<T>(this Xoshiro random, T[] values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = random.NextInt(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    public static T Pick<T>(this Xoshiro random, IReadOnlyList<T> from) => from[random.NextInt(from.Count)];

    /// <summary>An index, each with its weight's share.</summary>
    public static int Weighted(this Xoshiro random, IReadOnlyList<double> weights)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0) { return i; }
        }
        return weights.Count - 1;
    }
}
