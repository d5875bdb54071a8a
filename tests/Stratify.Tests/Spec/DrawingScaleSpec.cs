using FsCheck;
using FsCheck.Fluent;
using Stratify.Drawing;

namespace Stratify.Tests.Spec;

public sealed class DrawingScaleSpec
{
    private static Config Config => FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(new Replay(new Rnd(20240401, 7), null)).WithQuietOnSuccess(true);

    [TestCase(0, 10, 5, new double[] { 0, 2, 4, 6, 8, 10 })]
    [TestCase(0, 100, 4, new double[] { 0, 20, 40, 60, 80, 100 })]
    [TestCase(0, 27_350, 5, new double[] { 0, 5000, 10_000, 15_000, 20_000, 25_000 })]
    [TestCase(-3, 4, 7, new double[] { -3, -2, -1, 0, 1, 2, 3, 4 })]
    [TestCase(0, 0.3, 3, new double[] { 0, 0.1, 0.2, 0.3 })]
    [TestCase(5, 5, 4, new double[] { 5 })]
    public void Ticks_are_round_numbers_within_the_domain(double from, double to, int count, double[] ticks) =>
        Assert.That(Scale.Ticks(from, to, count), Is.EqualTo(ticks).Within(1e-9));

    [TestCase(27_350, 5, 30_000)]
    [TestCase(30_000, 5, 30_000)]
    [TestCase(0.97, 4, 1)]
    [TestCase(0, 4, 1)]
    [TestCase(-5, 4, 1)]
    public void The_top_of_an_axis_is_the_next_tick(double value, int count, double top) => Assert.That(Scale.Top(value, count), Is.EqualTo(top).Within(1e-9));

    [Test]
    public void Any_axis_holds_its_value_with_a_fair_number_of_ticks() => Check.One(Config, Prop.ForAll(Gen.Choose(1, 1_000_000_000).ToArbitrary(), Gen.Choose(3, 8).ToArbitrary(), (thousandths, count) =>
    {
        var value = thousandths / 1000.0;
        var top = Scale.Top(value, count);
        var ticks = Scale.Ticks(0, top, count);
        return top >= value && top <= value * 3 && ticks.Count >= 2 && ticks.Count <= (2 * count) + 1;
    }));

    [Test]
    public void A_scale_is_straight_and_a_domain_without_width_is_the_middle()
    {
        var scale = Scale.Linear((10, 20), (200, 0));

        Assert.That(new[] { scale(10), scale(15), scale(20), scale(25), Scale.Linear((3, 3), (0, 50))(3) }, Is.EqualTo(new double[] { 200, 100, 0, -100, 25 }));
    }
}
