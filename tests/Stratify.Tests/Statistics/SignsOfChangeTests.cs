using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>A chart with its mean at 10 and a standard deviation of 1 is read as it is drawn: limits at 7 and 13, the outer thirds from 12 and to 8.</summary>
public sealed class SignsOfChangeTests
{
    /// <summary>In the order in which the signs are declared.</summary>
    private const string Letters = ".ABrsudnm";

    [TestCase("10.5 9.5 13.1 9.5 6.9", "..A.B", TestName = "A month beyond a limit")]
    [TestCase("10.5 9.5 13 9.5 7", ".....", TestName = "A month on a limit is none beyond it")]
    [TestCase("9 11 11 11 11 11 11 9", "........", TestName = "Six on one side are no run")]
    [TestCase("9 11 11 11 11 11 11 11 11 9", ".rrrrrrrr.", TestName = "Seven on one side are one, and so is the eighth")]
    [TestCase("9 9.1 9.2 9.1 9 9.1 9", "sssssss", TestName = "Seven below")]
    [TestCase("11 11 11 10 11 11 11 11", "........", TestName = "A month on the mean ends a run")]
    [TestCase("11 11 11 - 11 11 11 11", "........", TestName = "A month of which nothing is known ends a run")]
    [TestCase("9 9.3 9.6 9.9 10.2 10.5", "......", TestName = "Six that rise are none")]
    [TestCase("9 9.3 9.6 9.9 10.2 10.5 10.8 9", "uuuuuuu.", TestName = "Seven that rise")]
    [TestCase("11 10.8 10.5 10.2 9.9 9.6 9.3", "ddddddd", TestName = "Seven that fall")]
    [TestCase("9 9.3 9.6 9.9 9.9 10.5 10.8", ".......", TestName = "Two alike end what rises")]
    [TestCase("9 9.3 9.6 9.9 - 10.2 10.5 10.8 10.9", ".........", TestName = "A month of which nothing is known ends what rises")]
    [TestCase("10.5 12.5 11 12.5 9", ".n.n.", TestName = "Two of three near a limit, and not the third")]
    [TestCase("10.5 12.5 9 12.5 9", ".....", TestName = "Two of three near a limit with one on the other side are none")]
    [TestCase("9 7.5 7.2 11", ".mm.", TestName = "Two near the lower limit")]
    [TestCase("11 12.5 - 12.5 11", ".....", TestName = "Of three in a row all are known")]
    [TestCase("9 11 11 11 13.5 11 11 11", ".rrrArrr", TestName = "A month beyond a limit is in a run too, and is told as beyond it")]
    public void Months_are_read_by_the_four_rules(string months, string signs)
    {
        var read = SignsOfChange.Read([.. months.Split(' ').Select(month => month == "-" ? ((double, double)?)null : (double.Parse(month, System.Globalization.CultureInfo.InvariantCulture), 1))], new ControlChart(10, 1));

        Assert.That(string.Concat(read.Select(sign => Letters[(int)sign])), Is.EqualTo(signs));
    }

    /// <summary>11 lies one standard deviation of a year away: in a month of sixteen years it is four.</summary>
    [Test]
    public void A_month_is_held_to_the_limits_of_its_own_size() =>
        Assert.That(SignsOfChange.Read([(11, 1), (11, 16)], new ControlChart(10, 1)), Is.EqualTo(new[] { Sign.None, Sign.AboveLimit }));

    /// <summary>A tenth, twelve times over, has a mean that is no tenth by the last digit.</summary>
    [Test]
    public void Months_alike_have_no_sign()
    {
        (double, double)?[] alike = [.. Enumerable.Repeat(((double, double)?)(0.1, 31), 12)];

        Assert.That(SignsOfChange.Read(alike, ControlChart.Of(alike)!), Is.All.EqualTo(Sign.None));
    }
}
