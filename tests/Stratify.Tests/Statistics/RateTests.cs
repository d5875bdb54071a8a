using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>Intervals, standardised rates, funnels and the risk of a pool, against values that a script in R computed from the published formulas.</summary>
public sealed class RateTests
{
    private const double Close = 1e-7;

    [TestCase(0, 0, 3.688879454)]
    [TestCase(1, 0.02531780798, 5.571643391)]
    [TestCase(5, 1.62348639, 11.66833208)]
    [TestCase(9, 4.115373097, 17.08480345)]
    [TestCase(10, 4.787449914, 18.39145861)]
    [TestCase(25, 16.17426592, 36.90645069)]
    [TestCase(60, 45.78375952, 77.23322395)]
    public void A_count_has_exact_limits_below_ten_and_byar_s_above(double events, double lower, double upper) => Same((lower, upper), Rates.Count(events));

    [Test]
    public void A_ratio_has_the_limits_of_its_count() => Same((120, 91.56751903, 154.4664479), Rates.Ratio(60, 50));

    [Test]
    public void A_share_has_wilson_s_limits() => Same((0.135, 0.09446570455, 0.1892913837), Rates.Share(27, 200));

    [Test]
    public void A_rate_is_standardised_to_the_european_population_of_2013()
    {
        double[] events = [1, 0, 0, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12, 15, 18, 22, 20, 14, 9];
        double[] people = [1200, 1300, 1250, 1100, 1300, 1400, 1500, 1450, 1350, 1400, 1500, 1400, 1200, 1100, 1000, 800, 500, 300, 150];
        double[] weights = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];

        Same((730.6960268, 616.1393498, 860.3005534), Rates.Standardised([.. events.Select((count, i) => new Stratum(people[i], count, count, weights[i]))]));
    }

    /// <summary>Ten people of one stratum with two events each: twice the events, but the variance of forty, so that limits are √2 times as far apart as of twenty people with one.</summary>
    [Test]
    public void People_who_come_again_make_a_rate_less_sure()
    {
        var (once, again) = (Rates.Standardised([new Stratum(1000, 20, 20, 1)], 1000), Rates.Standardised([new Stratum(1000, 20, 40, 1)], 1000));

        Assert.Multiple(() =>
        {
            Assert.That(again.Value, Is.EqualTo(once.Value).And.EqualTo(20).Within(1e-9));
            Assert.That((again.Upper - 20) / (once.Upper - 20), Is.EqualTo(Math.Sqrt(2)).Within(1e-9));
        });
    }

    [TestCase(9, 1000)]
    [TestCase(0, 1000)]
    [TestCase(20, 0)]
    public void Of_too_few_events_or_of_nobody_no_rate_is_given(double events, double people) =>
        Assert.That(Rates.Standardised([new Stratum(people, events, events, 1)]).Value, Is.NaN);

    [TestCase(20, false, 0.6108259793, 1.544418895)]
    [TestCase(20, true, 0.4479106634, 1.902094068)]
    [TestCase(100, false, 0.8136399125, 1.216267938)]
    [TestCase(100, true, 0.719213975, 1.349243191)]
    public void A_funnel_by_chance_alone_has_exact_limits(double expected, bool isWide, double lower, double upper) => Same((lower, upper), Funnel.Chance(expected, isWide));

    [Test]
    public void A_funnel_of_places_that_differ_is_wider()
    {
        var funnel = Funnel.Of([12, 30, 18, 44, 25, 60, 35, 22, 50, 15, 28, 40, 33, 90, 10], [15, 25, 20, 40, 30, 45, 30, 25, 42, 20, 30, 35, 36, 60, 14]);

        Assert.Multiple(() =>
        {
            Assert.That(funnel.Dispersion, Is.EqualTo(0.9632507596).Within(Close));
            Assert.That(funnel.Between, Is.EqualTo(0.001040532506).Within(Close));
            Assert.That(funnel.Limits(40, isWide: false).Upper, Is.EqualTo(1.372015656).Within(Close));
            Assert.That(funnel.Limits(40, isWide: true).Upper, Is.EqualTo(1.646535255).Within(Close));
        });
    }

    [Test]
    public void A_place_has_a_score_beyond_chance_and_the_spread_between_places_and_how_likely_that_is()
    {
        var funnel = Funnel.Of([12, 30, 18, 44, 25, 60, 35, 22, 50, 15, 28, 40, 33, 90, 10], [15, 25, 20, 40, 30, 45, 30, 25, 42, 20, 30, 35, 36, 60, 14]);

        Assert.Multiple(() =>
        {
            Assert.That(funnel.Score(60, 45), Is.EqualTo(1.886176058).Within(Close));
            Assert.That(funnel.Score(90, 60), Is.EqualTo(3.047042777).Within(Close));
            Assert.That(Funnel.PValue(funnel.Score(90, 60)), Is.EqualTo(0.002311048187).Within(Close));
            Assert.That(Funnel.PValue(-1.959964), Is.EqualTo(0.05).Within(1e-7), "either way");
        });
    }

    /// <summary>√(1/20 + 0.04) = 0.3.</summary>
    [Test]
    public void A_place_is_judged_by_exact_limits_where_chance_explains_all_and_by_wider_ones_where_it_does_not()
    {
        var (alike, apart) = (new Funnel(1, 0), new Funnel(2, 0.04));

        Assert.Multiple(() =>
        {
            Same(Funnel.Chance(20, isWide: false), alike.Bounds(20, isWide: false));
            Same((Math.Exp(-1.959964 * 0.3), Math.Exp(1.959964 * 0.3)), apart.Bounds(20, isWide: false));
        });
    }

    /// <summary>100 days of 1,000 in which all had 30 events, and 200 of 500 in which they had 20.</summary>
    [Test]
    public void What_is_expected_is_everybody_s_rate_for_the_place_s_own_days() => Assert.That(Rates.Expected([new Exposure(100, 30, 1000), new Exposure(200, 20, 500)]), Is.EqualTo(11).Within(1e-12));

    [Test]
    public void Places_that_do_not_differ_are_all_drawn_to_one_and_others_part_of_the_way()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new Funnel(1, 0).Shrunk(60, 30), Is.EqualTo(1));
            Assert.That(new Funnel(2, 1 / 30.0).Shrunk(60, 30), Is.EqualTo(Math.Sqrt(2)).Within(1e-12), "half chance, half the place");
            Assert.That(new Funnel(2, 1 / 30.0).Believed(60, 30).Lower, Is.EqualTo(Math.Sqrt(2) * Math.Exp(-1.959964 / Math.Sqrt(60))).Within(1e-12), "a variance of half of 1/30");
            Assert.That(new Funnel(1, 0).Believed(60, 30), Is.EqualTo(new Estimate(1, 1, 1)), "places that do not differ beyond chance are all as expected");
        });
    }

    [TestCase(1000, 0.3332540201)]
    [TestCase(10_000, 0.08647763882)]
    [TestCase(30_000, 0.00912797892)]
    [TestCase(100_000, 8.182888809e-06)]
    public void A_larger_pool_overspends_less_often(double people, double chance) => Assert.That(new RiskPool(3.669).Overspending(people, 0.05), Is.EqualTo(chance).Within(1e-9));

    /// <summary>(1.96 × 3.669 / 0.05)² = 20,685, near the 20,700 that methods are stated with; a tenth takes a quarter of it.</summary>
    [Test]
    public void So_many_people_are_needed_to_be_within_a_twentieth()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new RiskPool(3.669).PeopleFor(0.05), Is.EqualTo(20_685).Within(2));
            Assert.That(new RiskPool(3.669).PeopleFor(0.1), Is.EqualTo(20_685 / 4.0).Within(1));
            Assert.That(new RiskPool(3.669, Explained: 0.75).PeopleFor(0.05), Is.EqualTo(20_685 / 4.0).Within(1));
        });
    }

    [Test]
    public void Whoever_was_chosen_for_being_high_falls_by_themselves()
    {
        var (chosen, fall) = RegressionToTheMean.Normally(0.3, 0.8, 1, 3);

        Same((3.462528483, 1.928371026), (chosen, fall));
    }

    private static void Same((double Lower, double Upper) expected, (double Lower, double Upper) actual)
    {
        Assert.Multiple(() =>
        {
            Assert.That(actual.Lower, Is.EqualTo(expected.Lower).Within(Close).Percent.Or.EqualTo(expected.Lower).Within(Close));
            Assert.That(actual.Upper, Is.EqualTo(expected.Upper).Within(Close).Percent.Or.EqualTo(expected.Upper).Within(Close));
        });
    }

    private static void Same((double Value, double Lower, double Upper) expected, Estimate actual)
    {
        Assert.That(actual.Value, Is.EqualTo(expected.Value).Within(1e-6));
        Assert.That((actual.Lower, actual.Upper), Is.EqualTo((expected.Lower, expected.Upper)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6));
    }
}
