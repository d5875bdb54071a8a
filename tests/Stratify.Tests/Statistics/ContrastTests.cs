using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>Held against R 4.2.2: Welch's t by hand from its parts and by <c>t.test</c>, and <c>p.adjust(method = "BH")</c>.</summary>
public sealed class ContrastTests
{
    [Test]
    public void Four_means_by_welchs_t()
    {
        ContrastGroup[] groups = [Of(1, 100, 120, 140), Of(-1, 40, 60), Of(-1, 20, 30), Of(1, 0, 10, 20)];

        Assert.Multiple(() =>
        {
            Assert.That(Contrast.Of(groups), Is.EqualTo(55).Within(1e-12));
            Assert.That(Contrast.PValue(groups), Is.EqualTo(0.02969629).Within(1e-8));
        });
    }

    [Test]
    public void Two_means_are_welchs_test() => Assert.That(Contrast.PValue([Of(1, 5, 7, 9, 12), Of(-1, 1, 2, 2, 3, 4)]), Is.EqualTo(0.0237075212675).Within(1e-12));

    [Test]
    public void Where_a_group_is_one_person_or_nothing_varies_there_is_no_test() => Assert.Multiple(() =>
    {
        Assert.That(Contrast.PValue([Of(1, 5), Of(-1, 1, 2)]), Is.NaN);
        Assert.That(Contrast.PValue([Of(1, 5, 5), Of(-1, 1, 1)]), Is.NaN);
    });

    [Test]
    public void Many_tests_are_adjusted_and_what_is_none_is_left_out() =>
        Assert.That(Contrast.Adjusted([0.01, 0.04, 0.03, double.NaN, 0.2]), Is.EqualTo(new[] { 0.04, 0.16 / 3, 0.16 / 3, double.NaN, 0.2 }).Within(1e-12));

    private static ContrastGroup Of(double weight, params double[] amounts) => new(weight, amounts.Length, amounts.Sum(), amounts.Sum(amount => amount * amount));
}
