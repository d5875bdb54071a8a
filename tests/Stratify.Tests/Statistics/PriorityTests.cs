using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

public sealed class PriorityTests
{
    /// <summary>Three groups: places 1 2 3 by one measure and 3 1 2 by another that counts twice: (1 + 6)/3, (2 + 2)/3, (3 + 4)/3.</summary>
    [Test]
    public void A_score_is_the_weighted_mean_of_places_and_equal_scores_share_the_better_place()
    {
        var scores = Priority.Scores([[1, 2, 3], [3, 1, 2]], [1, 2]);

        Assert.Multiple(() =>
        {
            Assert.That(scores, Is.EqualTo(new[] { 7.0 / 3, 4.0 / 3, 7.0 / 3 }).Within(1e-15));
            Assert.That(Priority.Order(scores), Is.EqualTo(new[] { 2, 1, 2 }));
        });
    }

    /// <summary>The third is behind the first in both; the fourth behind the second and the third; the first and the second are each better in one.</summary>
    [Test]
    public void A_front_holds_those_whom_nobody_left_is_before_in_everything() =>
        Assert.That(Priority.Fronts([[1, 3, 2, 4], [2, 1, 3, 4]]), Is.EqualTo(new[] { 1, 1, 2, 3 }));

    [Test]
    public void Groups_alike_in_everything_are_on_one_front() => Assert.That(Priority.Fronts([[1, 1], [1, 1]]), Is.EqualTo(new[] { 1, 1 }));

    /// <summary>Uniform on three weights that add up to one, each has mean 1/3 and variance 1/18 (Dirichlet).</summary>
    [Test]
    public void Any_weights_are_as_likely_as_any_others()
    {
        var random = new Xoshiro(5);
        var drawn = Enumerable.Range(0, 20_000).Select(_ => Priority.AnyWeights(3, random)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(drawn.Max(weights => Math.Abs(weights.Sum() - 1)), Is.LessThan(1e-12));
            for (var i = 0; i < 3; i++)
            {
                Assert.That(drawn.Average(weights => weights[i]), Is.EqualTo(1 / 3.0).Within(0.005));
                Assert.That(drawn.Average(weights => Math.Pow(weights[i] - (1 / 3.0), 2)), Is.EqualTo(1 / 18.0).Within(0.002));
            }
        });
    }

    /// <summary>One measure is twice the other, so it is in every sample; the spread is σ/√n: σ of 0…n − 1 is √((n² − 1)/12), below and above the size from which people are dealt into hands.</summary>
    [TestCase(400)]
    [TestCase(20_000)]
    public void Measures_that_go_together_in_people_go_together_in_every_sample(int people)
    {
        var one = Enumerable.Range(0, people).Select(value => (double)value).ToArray();
        var means = Bootstrap.MeansOf([one, [.. one.Select(value => 2 * value)]], 4000, new Xoshiro(3));
        var (mean, theory) = (means.Average(sample => sample[0]), Math.Sqrt(((double)people * people) - 1) / Math.Sqrt(12.0 * people));

        Assert.Multiple(() =>
        {
            Assert.That(means.Max(sample => Math.Abs(sample[1] - (2 * sample[0]))), Is.LessThan(1e-6));
            Assert.That(mean, Is.EqualTo((people - 1) / 2.0).Within(0.1 * theory));
            Assert.That(Math.Sqrt(means.Average(sample => Math.Pow(sample[0] - mean, 2))), Is.EqualTo(theory).Within(6).Percent, "500 sums tell it to 3%, 4,000 samples to 1%");
        });
    }
}
