using Stratify.Statistics;

namespace Stratify.Tests.Statistics;

/// <summary>
/// Two hundred invented populations, of each of which some hundreds are chosen for a programme by what they cost of late: what is found of a programme that does nothing, and of
/// one that takes away 8%.
/// </summary>
public sealed class PlantedEffectTests
{
    private const int Populations = 200, People = 6000;
    private const double Planted = 0.08;

    private static readonly string[] Covariates = ["age", "year", "quarter 4", "quarter 3", "quarter 2", "quarter 1"];

    private static readonly List<Population> All = [.. Enumerable.Range(0, Populations).Select(Make)];

    /// <summary>What matching leaves: members are a little above their controls, by far less than the tenth of a standard deviation that is allowed, and fall a little more. It is within a tenth of what the naive comparison shows.</summary>
    private const double Left = 0.012;

    /// <summary>Of 200 intervals of 95% that are right, 181 and more hold the truth but once in 300 times (binomial).</summary>
    [Test]
    public void Of_a_programme_without_effect_none_is_found_at_the_stated_rate() => Assert.Multiple(() =>
    {
        Assert.That(All.Count(one => one.None.HoldsNone), Is.GreaterThanOrEqualTo(181));
        Assert.That(All.Average(one => one.None.Value / one.Expected), Is.EqualTo(0).Within(Left));
    });

    [Test]
    public void The_naive_before_and_after_of_the_same_people_shows_a_large_fall_that_is_not_there() => Assert.Multiple(() =>
    {
        Assert.That(All.Average(one => one.Naive.Value / one.Before), Is.LessThan(-0.1));
        Assert.That(All.Count(one => one.Naive.Upper < 0), Is.EqualTo(Populations));
    });

    [Test]
    public void An_effect_of_8_per_cent_is_found_with_its_size() => Assert.Multiple(() =>
    {
        Assert.That(All.Average(one => one.Eight.Value / one.Expected), Is.EqualTo(-Planted).Within(Left));
        Assert.That(All.Count(one => one.Eight.Lower <= -Planted * one.Truth && one.Eight.Upper >= -Planted * one.Truth), Is.GreaterThanOrEqualTo(181));
        Assert.That(All.Count(one => one.Eight.Upper < 0), Is.GreaterThanOrEqualTo(160));
    });

    [Test]
    public void The_groups_are_alike_in_all_that_was_known_in_nearly_every_population() =>
        Assert.That(All.Count(one => one.Worst < 0.1), Is.GreaterThanOrEqualTo(190));

    [Test]
    public void What_matching_left_apart_can_be_allowed_for() => Assert.Multiple(() =>
    {
        Assert.That(Math.Abs(All.Average(one => one.Allowing.Value / one.Expected)), Is.LessThan(Math.Abs(All.Average(one => one.None.Value / one.Expected)) / 2));
        Assert.That(All.Count(one => one.Allowing.HoldsNone), Is.GreaterThanOrEqualTo(181));
    });

    private sealed record Population(TestedEstimate None, TestedEstimate Allowing, TestedEstimate Eight, TestedEstimate Naive, double Before, double Expected, double Truth, double Worst);

    /// <summary>People differ by what they need; each quarter's cost is that with chance; who cost much in the last half is likelier to be chosen.</summary>
    private static Population Make(int seed)
    {
        var random = new Xoshiro(7000 + seed);
        var quarters = new double[People][];
        var (known, chosen) = (new double[People][], new bool[People]);
        for (var i = 0; i < People; i++)
        {
            var need = 400 * random.Gamma(3);
            var age = 60 + (8 * random.Normal()) + (need / 60);
            quarters[i] = [.. Enumerable.Range(0, 8).Select(_ => need * random.Gamma(2.5))];
            known[i] = [age, quarters[i][..4].Sum(), .. quarters[i][..4].Reverse().Select(cost => Math.Log(1 + cost))];
            chosen[i] = random.Chance(1 / (1 + Math.Exp(-(-17.8 + (1.5 * Math.Log(1 + quarters[i][3])) + Math.Log(1 + quarters[i][2])))));
        }
        var scores = Propensity.Of(Covariates, known, chosen);
        var matches = Matching.Nearest(scores.Logits, chosen, new int[People], 0.2 * scores.Spread);
        double Change(int person, double times) => (times * quarters[person][4..].Sum()) - quarters[person][..4].Sum();
        TestedEstimate Found(double times) => DifferenceInDifferences.Of([.. matches.Select(match => Change(match.Member, times) - Change(match.Controls[0], 1))]);
        var truth = matches.Average(match => quarters[match.Member][4..].Sum());
        var none = Found(1);
        var allowing = DifferenceInDifferences.Allowing([.. matches.Select(match => Change(match.Member, 1) - Change(match.Controls[0], 1))], [.. matches.Select(match => known[match.Member].Zip(known[match.Controls[0]], (one, other) => one - other).ToArray())]);
        return new Population(none, allowing, Found(1 - Planted), DifferenceInDifferences.Of([.. matches.Select(match => Change(match.Member, 1))]),
            matches.Average(match => quarters[match.Member][..4].Sum()), truth - none.Value, truth, Enumerable.Range(0, Covariates.Length).Max(Difference));

        double Difference(int covariate)
        {
            double[] Of(bool which) => [.. known.Where((_, person) => chosen[person] == which).Select(person => person[covariate])];
            return Math.Abs(Balance.Difference(matches.Average(match => known[match.Member][covariate]), matches.Average(match => known[match.Controls[0]][covariate]), (Balance.Variance(Of(true)), Balance.Variance(Of(false)))));
        }
    }
}
