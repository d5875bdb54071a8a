using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>By hand, and for months of several lengths in R 4.2.2 from the parts of Laney's u′ chart: z = (u − ū)/√(ū/n), σz the mean of |z − z before| over 1.128.</summary>
public sealed class ControlChartTests
{
    /// <summary>153.0 over twelve is 12.75; the eleven moving ranges come to 18.3, and 2.66 × 18.3/11 is 4.42 to the hundredth.</summary>
    [Test]
    public void Values_of_one_length_have_the_limits_of_the_xmr_chart()
    {
        var chart = ControlChart.Of([.. new[] { 10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6 }.Select(value => ((double, double)?)(value, 1))])!;

        Assert.Multiple(() =>
        {
            Assert.That(chart.Centre, Is.EqualTo(12.75).Within(1e-12));
            Assert.That(chart.Limits(1).Upper, Is.EqualTo(12.75 + (2.66 * 18.3 / 11)).Within(0.005));
            Assert.That(chart.Limits(1).Lower, Is.EqualTo(12.75 - (2.66 * 18.3 / 11)).Within(0.005));
        });
    }

    [Test]
    public void Months_of_several_lengths_have_the_limits_that_r_gives()
    {
        double[] events = [310, 240, 400, 330, 290, 360, 500, 280, 310, 350, 300, 420], days = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
        var chart = ControlChart.Of([.. events.Zip(days, (count, length) => ((double, double)?)(count / length, length))], ControlChart.OfCounts)!;

        Assert.Multiple(() =>
        {
            Assert.That(chart.Centre, Is.EqualTo(11.2054794521).Within(1e-9));
            Assert.That(chart.Deviation, Is.EqualTo(13.8760030546).Within(1e-9));
            Assert.That(new[] { chart.Limits(30).Lower, chart.Limits(30).Upper }, Is.EqualTo(new[] { 3.60527957, 18.80567933 }).Within(1e-7));
            Assert.That(new[] { chart.Limits(28).Lower, chart.Limits(28).Upper }, Is.EqualTo(new[] { 3.33852518, 19.07243373 }).Within(1e-7));
        });
    }

    /// <summary>Nothing differs, yet two a day for thirty days is sixty, of which the standard deviation by chance is √60, or √(2/30) a day.</summary>
    [Test]
    public void Limits_of_counts_are_no_narrower_than_those_of_chance()
    {
        (double, double)?[] alike = [.. Enumerable.Repeat(((double, double)?)(2, 30), 12)];

        Assert.Multiple(() =>
        {
            Assert.That(ControlChart.Of(alike, ControlChart.OfCounts)!.Limits(30).Upper, Is.EqualTo(2 + (3 * Math.Sqrt(2 / 30.0))).Within(1e-12));
            Assert.That(ControlChart.Of(alike)!.Limits(30).Upper, Is.EqualTo(2));
        });
    }

    /// <summary>A half each month of a hundred discharges: the standard deviation by chance is √(½·½/100), a twentieth.</summary>
    [Test]
    public void Limits_of_shares_are_no_narrower_than_those_of_chance() =>
        Assert.That(ControlChart.Of([.. Enumerable.Repeat(((double, double)?)(0.5, 100), 12)], ControlChart.OfShares)!.Limits(100), Is.EqualTo((0.35, 0.65)));

    /// <summary>Of 1, nothing, 9, 9 the one distance is nought: that from 1 to 9 is over a gap.</summary>
    [Test]
    public void No_distance_is_taken_over_a_month_of_which_nothing_is_known() =>
        Assert.That(ControlChart.Of([(1, 1), null, (9, 1), (9, 1)])!.Deviation, Is.Zero);

    [Test]
    public void Nothing_is_less_than_none() => Assert.That(ControlChart.Of([(1, 1), (9, 1), (1, 1)])!.Limits(1).Lower, Is.Zero);

    [Test]
    public void One_month_or_months_apart_have_no_chart() => Assert.Multiple(() =>
    {
        Assert.That(ControlChart.Of([(1, 30)], ControlChart.OfCounts), Is.Null);
        Assert.That(ControlChart.Of([(1, 30), null, (2, 30)], ControlChart.OfCounts), Is.Null);
    });
}
