using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

public sealed class XoshiroTests
{
    /// <summary>The vector of rand_xoshiro, made with Blackman and Vigna's reference implementation in C.</summary>
    [Test]
    public void Numbers_are_those_of_the_reference_implementation()
    {
        var random = Xoshiro.InState(1, 2, 3, 4);

        Assert.That(Enumerable.Range(0, 10).Select(_ => random.Next()), Is.EqualTo(new[]
        {
            11520UL, 0UL, 1509978240UL, 1215971899390074240UL, 1216172134540287360UL, 607988272756665600UL,
            16172922978634559625UL, 8476171486693032832UL, 10595114339597558777UL, 2904607092377533576UL,
        }));
    }

    [Test]
    public void The_same_seed_and_use_give_the_same_numbers_and_another_use_gives_others()
    {
        var first = Xoshiro.For(7, "cohort/a").Next();

        Assert.Multiple(() =>
        {
            Assert.That(Xoshiro.For(7, "cohort/a").Next(), Is.EqualTo(first));
            Assert.That(Xoshiro.For(7, "cohort/b").Next(), Is.Not.EqualTo(first));
            Assert.That(Xoshiro.For(8, "cohort/a").Next(), Is.Not.EqualTo(first));
        });
    }

    [Test]
    public void Whole_numbers_fall_evenly_below_their_limit()
    {
        var random = new Xoshiro(1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) { counts[random.NextInt(7)]++; }

        // Six degrees of freedom: chi-square beyond 22.5 has probability 0.001.
        Assert.That(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), Is.LessThan(22.5));
    }

    [Test]
    public void A_sum_of_draws_is_the_sum_of_single_ones_and_leaves_the_same_state()
    {
        long[] values = [.. Enumerable.Range(0, 1000).Select(i => (long)i * i * i)];
        var (fast, slow) = (new Xoshiro(7), new Xoshiro(7));

        Assert.That((fast.SumOfDraws(values), fast.Next()), Is.EqualTo((values.Sum(_ => values[slow.NextInt(values.Length)]), slow.Next())));
    }
}
