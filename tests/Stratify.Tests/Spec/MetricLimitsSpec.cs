using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Measures of joined-up care by the month, held against their own other months.</summary>
public sealed class MetricLimitsSpec
{
    /// <summary>
    /// Of a hundred person-years a month 5 and 20 in turn: a mean of 125 for a thousand, from which by the XmR chart 2.66 times the mean moving range of
    /// 150 is 399 either way, so that the lower limit is none and the upper 524; 2.6587, as 3/1.1284 is exactly, makes that 523.8.
    /// </summary>
    [Test]
    public void Limits_are_those_of_the_xmr_chart_where_months_differ_by_more_than_chance() =>
        Assert.That(Told("5 20 5 20 5 20 5 20 5 20 5 20", 100), Is.EqualTo(Enumerable.Repeat("125 0 523.8 no sign of change | 12 months", 12)));

    /// <summary>10 and 12 in turn: chance alone has a standard deviation of √11 of them, 33.17 for a thousand; three are 99.5 either way of 110.</summary>
    [Test]
    public void Limits_are_no_narrower_than_chance() => Assert.That(Told("10 12 10 12 10 12 10 12 10 12 10 12", 100)[0], Is.EqualTo("110 10.5 209.5 no sign of change | 12 months"));

    /// <summary>In lots of four chance is twice as wide: 199 either way.</summary>
    [Test]
    public void Who_comes_again_widens_chance() => Assert.That(Told("10 12 10 12 10 12 10 12 10 12 10 12", 100, lot: 4)[0], Is.EqualTo("110 0 309 no sign of change | 12 months"));

    /// <summary>95 of a hundred discharges: three times √(0.95·0.05/100) are 6.5 per cent, and there are no more than all.</summary>
    [Test]
    public void A_share_has_limits_of_shares() => Assert.That(Told("95 95 95 95 95 95 95 95 95 95 95 95", 100, per: 100)[0], Is.EqualTo("95 88.5 100 no sign of change | 12 months"));

    [Test]
    public void Fewer_than_twelve_months_that_are_shown_have_no_limits_and_say_so() =>
        Assert.That(Told("10 12 10 12 [c] 12 10 12 10 12 10 12", 100)[..5], Is.EqualTo(new[]
        {
            "[z] [z] [z] too few months | 11 months of the 12 that limits need, broken at 2024-08 (hidden)", "[z] [z] [z] too few months | 11 months of the 12 that limits need, broken at 2024-08 (hidden)",
            "[z] [z] [z] too few months | 11 months of the 12 that limits need, broken at 2024-08 (hidden)", "[z] [z] [z] too few months | 11 months of the 12 that limits need, broken at 2024-08 (hidden)",
            "[c] [c] [c]  | 11 months of the 12 that limits need, broken at 2024-08 (hidden)",
        }));

    /// <summary>Seven of 14 stand above the mean of 12: in a row they are a run, and with a hidden month among them none.</summary>
    [TestCase("10 10 10 10 10 10 14 14 14 14 14 14 14", "------rrrrrrr", "13 months")]
    [TestCase("10 10 10 10 10 10 14 14 14 [c] 14 14 14 14", "---------c----", "13 months, broken at 2025-01 (hidden)")]
    public void A_hidden_month_breaks_a_run(string numbers, string signs, string series)
    {
        var told = Told(numbers, 100);

        Assert.That(string.Concat(told.Select(row => row.Contains("run above", StringComparison.Ordinal) ? 'r' : row.StartsWith("[c]", StringComparison.Ordinal) ? 'c' : '-')), Is.EqualTo(signs));
        Assert.That(told, Is.All.EndsWith($"| {series}"));
    }

    /// <summary>Three is under a third of the usual ten or twelve: the mean is 110 without it.</summary>
    [Test]
    public void A_month_with_under_a_third_of_a_usual_one_is_left_out_and_breaks_the_series()
    {
        var told = Told("10 12 10 12 10 12 3 10 12 10 12 10 12", 100);

        Assert.That((told[6], told[7]), Is.EqualTo(("110 10.5 209.5 left out | 12 months, broken at 2024-10 (left out)", "110 10.5 209.5 no sign of change | 12 months, broken at 2024-10 (left out)")));
    }

    [Test]
    public void A_month_that_is_not_over_has_nothing_and_one_that_no_year_has_breaks_the_series()
    {
        var told = Told("10 12 10 12 10 12 - 10 12 10 12 10 12 [z]", 100);

        Assert.That((told[0], told[^1]), Is.EqualTo(("110 10.5 209.5 no sign of change | 12 months, broken at months that the run does not have", "[z] [z] [z]  | 12 months, broken at months that the run does not have")));
    }

    [Test]
    public void Each_measure_is_held_against_itself() => Assert.That(
        Told(MetricMonths.All(MetricMonths.Of("10 12 10 12 10 12 10 12 10 12 10 12", 100), MetricMonths.Of("5 20 5 20 5 20 5 20 5 20 5 20", 100, metric: "n"))).Select(row => row.Split(' ')[0]).Distinct(), Is.EqualTo(new[] { "110", "125" }));

    private static string[] Told(string numbers, int over, int per = 1000, double lot = 1) => Told(MetricMonths.Of(numbers, over, per, lot));

    private static string[] Told(ResultTable table)
    {
        var held = MetricLimits.Of(table);
        return [.. Enumerable.Range(0, held.Rows.Count).Select(row => $"{held[row, "centre"].Csv} {held[row, "lower"].Csv} {held[row, "upper"].Csv} {held.Text(row, "sign")} | {held.Text(row, "series")}")];
    }
}
