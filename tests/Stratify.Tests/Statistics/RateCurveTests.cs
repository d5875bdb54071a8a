using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>Rates of groups and what other people would have by them.</summary>
public sealed class RateCurveTests
{
    /// <summary>
    /// The young have 1 a day and the old 4: of 100 and 50 that is 300, of 110 and 75 it is 410, so a ratio of 41/30. One was there for half of the days,
    /// with half of the amount.
    /// </summary>
    [Test]
    public void A_worked_example_by_hand()
    {
        int[] groups = [0, 0, 0, 1, 1];
        long[] days = [100, 100, 100, 100, 50];
        var curve = RateCurve.Of(groups, 2, days, [[50, 100, 150, 400, 200]], 200, new Xoshiro(1));
        var ratio = curve.Ratio(0, [110, 75], [100, 50]);

        Assert.Multiple(() =>
        {
            Assert.That(curve.Rates[0], Is.EqualTo(new[] { 1.0, 4.0 }));
            Assert.That(ratio.Value, Is.EqualTo(41 / 30.0).Within(1e-12));
            Assert.That(ratio.Lower, Is.LessThanOrEqualTo(ratio.Value));
        });
    }

    /// <summary>
    /// Held against the variance of a ratio by hand: the rate of a group of n has variance s²/n, E₁/E₀ moves by (p₁ − ratio·p₀)/E₀ with it, and groups move apart.
    /// With 3,000 people the hands that are drawn hold six each.
    /// </summary>
    [TestCase(300)]
    [TestCase(3000)]
    public void Its_interval_is_as_wide_as_theory_has_it(int people)
    {
        var random = new Xoshiro(7);
        int[] groups = [.. Enumerable.Range(0, people).Select(person => person % 3)];
        long[] amounts = [.. groups.Select(group => (long)(1000 * (group + 1) * random.Gamma(0.8)))];
        double[] some = [50, 30, 20], others = [50, 40, 35];
        var ratio = RateCurve.Of(groups, 3, [.. groups.Select(_ => 1L)], [amounts], 2000, new Xoshiro(8)).Ratio(0, others, some);

        var means = Enumerable.Range(0, 3).Select(group => amounts.Where((_, person) => groups[person] == group).Average()).ToArray();
        var before = means.Zip(some, (mean, count) => mean * count).Sum();
        var variance = Enumerable.Range(0, 3).Sum(group =>
        {
            var own = amounts.Where((_, person) => groups[person] == group).ToList();
            var spread = own.Average(amount => Math.Pow(amount - means[group], 2)) / own.Count;
            return spread * Math.Pow((others[group] - (ratio.Value * some[group])) / before, 2);
        });

        Assert.That(ratio.Upper - ratio.Lower, Is.EqualTo(2 * 1.96 * Math.Sqrt(variance)).Within(10).Percent);
    }
}
