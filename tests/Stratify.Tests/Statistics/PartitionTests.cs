using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

public sealed class PartitionTests
{
    /// <summary>
    /// Four people. Together in the first way and in the second: aa|bb and aa|b|c share one pair; margins have 2 and 1 pairs of 6,
    /// so E = 2·1/6, and (1 − 1/3) / (1.5 − 1/3) = 4/7, as scikit-learn's page of adjusted_rand_score has it too (0.57).
    /// </summary>
    [Test]
    public void The_adjusted_rand_index_is_that_of_its_formula() =>
        Assert.That(Partitions.AdjustedRand([(0, 0, 2), (1, 1, 1), (1, 2, 1)]), Is.EqualTo(4.0 / 7).Within(1e-12));

    [Test]
    public void The_same_groups_under_other_names_agree_wholly() =>
        Assert.That(Partitions.AdjustedRand([(0, 1, 40), (1, 0, 60)]), Is.EqualTo(1).Within(1e-12));

    /// <summary>Everyone together against everyone apart: no more than chance, 0 on the same page.</summary>
    [Test]
    public void All_together_says_nothing_of_all_apart() =>
        Assert.That(Partitions.AdjustedRand([(0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1)]), Is.Zero);

    /// <summary>Independent: every cell is the product of its margins, so the index is near 0, and below it.</summary>
    [Test]
    public void Independent_groups_are_near_nought() =>
        Assert.That(Partitions.AdjustedRand([(0, 0, 500), (0, 1, 500), (1, 0, 500), (1, 1, 500)]), Is.EqualTo(0).Within(0.001));

    [Test]
    public void Of_one_person_nothing_can_be_said() => Assert.That(Partitions.AdjustedRand([(0, 0, 1)]), Is.NaN);
}
