using Stratify.Ranking;
using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>Places that are all alike and differ by chance alone, many thousand times: how many lie beyond limits that one in twenty should.</summary>
public sealed class LotTests
{
    private const int Places = 4000, People = 400;

    /// <summary>A twentieth of people come, once, or four times where they have come once: limits of single events would be too narrow by half.</summary>
    [Test]
    public void Where_the_same_people_come_again_lots_keep_false_alarms_at_one_in_twenty()
    {
        var (lots, single) = Outside(random => random.NextDouble() < 0.05 ? random.NextDouble() < 0.5 ? 1 : 4 : 0);

        Assert.Multiple(() =>
        {
            Assert.That(lots, Is.InRange(0.03, 0.06));
            Assert.That(single, Is.GreaterThan(0.12), "without lots");
        });
    }

    /// <summary>Costs whose logs are normal with σ = 1.2, as heavy a tail as a year's cost has, a third of people at none.</summary>
    [Test]
    public void Where_few_people_cost_much_lots_keep_false_alarms_near_one_in_twenty() =>
        Assert.That(Outside(random => random.NextDouble() < 1 / 3.0 ? 0 : Math.Exp(1.2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))).Lots, Is.InRange(0.02, 0.065));

    [Test]
    public void The_standard_population_is_a_hundred_thousand_in_nineteen_bands_of_five_years() => Assert.Multiple(() =>
    {
        Assert.That(StandardPopulation.Bands.Sum(band => band.Weight), Is.EqualTo(100_000));
        Assert.That(StandardPopulation.Bands.Select(band => band.From), Is.EqualTo(Enumerable.Range(0, 19).Select(i => 5L * i)));
    });

    /// <summary>The shares of places beyond the 95% limits of lots, and of single events.</summary>
    private static (double Lots, double Single) Outside(Func<Xoshiro, double> draw)
    {
        var random = new Xoshiro(7);
        var sums = new double[Places];
        var (all, squares) = (0.0, 0.0);
        for (var place = 0; place < Places; place++)
        {
            for (var person = 0; person < People; person++)
            {
                var x = draw(random);
                sums[place] += x;
                all += x;
                squares += x * x;
            }
        }
        return (Beyond(squares / all), Beyond(1));

        double Beyond(double lot)
        {
            var expected = all / Places / lot;
            var limits = new Funnel(1, 0).Bounds(expected, isWide: false);
            return sums.Count(sum => sum / lot / expected is var ratio && (ratio < limits.Lower || ratio > limits.Upper)) / (double)Places;
        }
    }
}
