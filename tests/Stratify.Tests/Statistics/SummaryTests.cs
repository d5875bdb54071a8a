using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

public sealed class SummaryTests
{
    [TestCase(new long[] { 5, 5, 5, 5 }, 0.0)]
    [TestCase(new long[] { 0, 0, 0, 12 }, 0.75, Description = "(n - 1)/n when one has all")]
    [TestCase(new long[] { 1, 2, 3, 4, 5 }, 4.0 / 15, Description = "Σ(2i - 6)·i = 20, over 5 × 15")]
    [TestCase(new long[] { 0, 0, 10, 20, 70 }, 0.64, Description = "R")]
    [TestCase(new long[] { 5, 1, 4, 2, 3 }, 4.0 / 15, Description = "whatever the order")]
    public void Gini_is_that_of_the_formula_by_hand(long[] amounts, double expected) =>
        Assert.That(Concentration.Gini(amounts), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void Gini_of_nothing_is_not_a_number() => Assert.That(Concentration.Gini([0, 0]), Is.NaN);

    /// <summary>R: quantile(c(1, 2, 4, 8), c(0, .1, .5, .975, 1)).</summary>
    [TestCase(0.0, 1.0)]
    [TestCase(0.1, 1.3)]
    [TestCase(0.5, 3.0)]
    [TestCase(0.975, 7.7)]
    [TestCase(1.0, 8.0)]
    public void Quantiles_are_R_s_type_7(double p, double expected) =>
        Assert.That(Quantile.OfSorted([1, 2, 4, 8], p), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void Equal_values_share_the_better_rank_and_what_is_unknown_comes_last() =>
        Assert.That(Ranks.Descending([3, double.NaN, 9, 3, 1]), Is.EqualTo(new[] { 2, 5, 1, 2, 4 }));

    [Test]
    public void Ranks_are_taken_replicate_by_replicate()
    {
        var ranks = Ranks.OfReplicates([[10, 1, 5], [7, 2, 5]]);

        Assert.That(ranks, Is.EqualTo(new[] { new double[] { 1, 2, 1 }, [2, 1, 1] }));
    }

    /// <summary>For a mean, the bootstrap's spread is σ/√n: here σ of 0…99 is 28.866, so 2.887 with n = 100.</summary>
    [Test]
    public void Bootstrap_means_spread_as_theory_says()
    {
        var values = Enumerable.Range(0, 100).Select(value => (long)value).ToArray();
        var means = Bootstrap.Means(values, 4000, new Xoshiro(11));
        var mean = means.Average();
        var spread = Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (means.Length - 1));

        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(49.5).Within(4 * 2.887 / Math.Sqrt(4000)));
            Assert.That(spread, Is.EqualTo(2.887).Within(0.1));
            Assert.That(Bootstrap.Interval(means).Lower, Is.EqualTo(49.5 - (1.96 * 2.887)).Within(0.4));
            Assert.That(Bootstrap.Interval(means).Upper, Is.EqualTo(49.5 + (1.96 * 2.887)).Within(0.4));
        });
    }

    /// <summary>As above: σ of 0…24,999 is 7216.9, so 45.64 with n = 25,000. In order, as a register is: groups of neighbours would spread far wider, every so-manieth far less.</summary>
    [Test]
    public void Means_of_a_large_cohort_spread_as_theory_says_too()
    {
        var means = Bootstrap.Means([.. Enumerable.Range(0, 25_000).Select(value => (long)value)], 4000, new Xoshiro(11));
        var mean = means.Average();

        Assert.That(mean, Is.EqualTo(12499.5).Within(4 * 45.64 / Math.Sqrt(4000)));
        Assert.That(Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (means.Length - 1)), Is.EqualTo(45.64).Within(0.05 * 45.64));
    }

    [Test]
    public void A_cohort_of_nobody_has_no_mean() => Assert.That(Bootstrap.Means([], 3, new Xoshiro(1)), Is.All.NaN);

    /// <summary>Python's statistics.NormalDist: z₀ = Φ⁻¹(80.5/200), a = 0.07189; the percentile interval of the same replicates is 4.25 to 13.70.</summary>
    [Test]
    public void The_corrected_interval_is_that_of_the_formula()
    {
        var replicates = Enumerable.Range(0, 200).Select(i => (80 + i) / 20.0).ToArray();

        var (lower, upper) = Bootstrap.CorrectedInterval(replicates, [1, 2, 4, 8, 16, 3, 5, 25]);

        Assert.Multiple(() =>
        {
            Assert.That(lower, Is.EqualTo(4.156378757170012).Within(1e-9));
            Assert.That(upper, Is.EqualTo(13.512906439037204).Within(1e-9));
        });
    }

    [Test]
    public void The_corrected_interval_of_people_who_cost_the_same_is_that_cost() =>
        Assert.That(Bootstrap.CorrectedInterval([7, 7, 7], [7, 7]), Is.EqualTo((7.0, 7.0)));

    /// <summary>By hand: the mean is 4, squares about it 20, within groups 2 + 2.</summary>
    [Test]
    public void What_groups_explain_is_the_part_of_squares_between_them()
    {
        var explained = Grouping.Explained([(2, 1 + 3), (2, 5 + 7)], 1 + 9 + 25 + 49);

        Assert.Multiple(() =>
        {
            Assert.That(explained, Is.EqualTo(16.0 / 20).Within(1e-12));
            Assert.That(Grouping.Adjusted(explained, people: 4, groups: 2), Is.EqualTo(1 - (0.2 * 3 / 2)).Within(1e-12));
            Assert.That(Grouping.Explained([(2, 8), (2, 8)], 4 * 16), Is.NaN, "everybody has the same");
            Assert.That(Grouping.Adjusted(1, people: 2, groups: 2), Is.NaN, "a group for each person explains everything and nothing");
        });
    }
}
