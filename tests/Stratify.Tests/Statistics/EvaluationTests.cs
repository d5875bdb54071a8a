using System.Globalization;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Statistics;

/// <summary>Matching, differences in differences and synthetic controls against what base R finds for the same people and places (<c>Evaluation/evaluation.R</c>), and by hand.</summary>
public sealed class EvaluationTests
{
    private static readonly string[] Covariates = ["age", "female", "use"];

    private static readonly ILookup<string, (string Name, double Value)> Found = Lines("found").ToLookup(line => line[0], line => (line[1], Number(line[2])));

    private static readonly double[][] People = [.. Lines("people").Select(line => line.Select(Number).ToArray())];

    private static readonly bool[] Chosen = [.. People.Select(person => person[5] == 1)];

    private static readonly Propensity Scores = Propensity.Of(Covariates, [.. People.Select(person => person[..3])], Chosen);

    [Test]
    public void How_likely_people_were_chosen_is_as_R_s_glm_has_it() => Assert.Multiple(() =>
    {
        foreach (var (person, logit) in Found["logit"]) { Assert.That(Scores.Logits[int.Parse(person, CultureInfo.InvariantCulture) - 1], Is.EqualTo(logit).Within(1e-7)); }
        Assert.That(Scores.Spread, Is.EqualTo(R("spread")).Within(1e-7));
    });

    [Test]
    public void Everybody_is_matched_as_by_a_search_of_all_controls([Values(1, 2)] int most)
    {
        var expected = Lines("matched").Where(line => Number(line[0]) == most).GroupBy(line => (int)Number(line[1])).Select(group => (group.Key, string.Join(' ', group.Select(line => line[2]))));

        Assert.That(Matched(most).Select(match => (match.Member, string.Join(' ', match.Controls))), Is.EqualTo(expected));
    }

    [Test]
    public void Standardised_differences_are_those_of_R_before_and_after()
    {
        var matches = Matched(1);
        Assert.Multiple(() =>
        {
            for (var i = 0; i < Covariates.Length; i++)
            {
                double[] Of(bool chosen) => [.. People.Where((_, person) => Chosen[person] == chosen).Select(person => person[i])];
                var scale = (Balance.Variance(Of(true)), Balance.Variance(Of(false)));
                Assert.That(Balance.Difference(Of(true).Average(), Of(false).Average(), scale), Is.EqualTo(R("difference before", Covariates[i])).Within(1e-9));
                Assert.That(Balance.Difference(matches.Average(match => People[match.Member][i]), matches.Average(match => People[match.Controls[0]][i]), scale), Is.EqualTo(R("difference after", Covariates[i])).Within(1e-9));
            }
        });
    }

    /// <summary>R's is the coefficient of group × period in a regression of both groups in both periods, its error a sandwich over pairs or practices, and its interval that of a t test of pairs.</summary>
    [Test]
    public void Differences_in_differences_are_those_of_a_regression_with_clustered_errors()
    {
        var matches = Matched(1);
        double[] differences = [.. matches.Select(match => Change(People[match.Member]) - Change(People[match.Controls[0]]))];
        var (byPair, byPractice) = (DifferenceInDifferences.Of(differences), DifferenceInDifferences.Of(differences, [.. matches.Select(match => (int)People[match.Member][4])]));

        Assert.Multiple(() =>
        {
            Assert.That(byPair.Value, Is.EqualTo(R("did", "estimate")).Within(1e-8));
            Assert.That(byPair.Error, Is.EqualTo(R("did", "by pair")).Within(1e-8));
            Assert.That((byPair.Lower, byPair.Upper), Is.EqualTo((R("did", "lower"), R("did", "upper"))).Using<(double, double)>((one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-6));
            Assert.That(byPair.P, Is.EqualTo(R("did", "p")).Within(1e-8));
            var allowing = DifferenceInDifferences.Allowing(differences, [.. matches.Select(match => People[match.Member][..3].Zip(People[match.Controls[0]], (one, other) => one - other).ToArray())]);
            Assert.That(allowing.Value, Is.EqualTo(R("allowing", "estimate")).Within(1e-6));
            Assert.That(allowing.Error, Is.EqualTo(R("allowing", "error")).Within(1e-6));
            Assert.That(byPractice.Error, Is.EqualTo(R("did", "by practice")).Within(1e-8));
        });

        static double Change(double[] person) => person[12..].Average() - person[6..12].Average();
    }

    [Test]
    public void What_went_before_is_tested_as_R_s_t_test_and_Hotelling_s_do()
    {
        var gaps = Matched(1).Select(match => People[match.Member][6..12].Zip(People[match.Controls[0]][6..12], (one, other) => one - other).ToArray()).ToList();
        var slope = DifferenceInDifferences.Slope(gaps);

        Assert.Multiple(() =>
        {
            Assert.That(slope.Value, Is.EqualTo(R("trend", "slope")).Within(1e-8));
            Assert.That(slope.P, Is.EqualTo(R("trend", "p")).Within(1e-8));
            Assert.That(DifferenceInDifferences.Joint(gaps), Is.EqualTo(R("trend", "joint")).Within(1e-8));
        });
    }

    /// <summary>R tries every set of donors. Ours has a trace of ridge, which moves a weight by a few in a hundred thousand.</summary>
    [Test]
    public void A_place_is_made_of_others_with_the_weights_that_a_search_of_all_sets_finds()
    {
        var (one, donors) = Places();
        var made = SyntheticControl.Of(one, donors, 10);
        var placebo = PlaceboInSpace.Of(made, donors);

        Assert.Multiple(() =>
        {
            Assert.That(made.Weights, Is.EqualTo(Found["weight"].Select(weight => weight.Value)).Within(1e-4));
            Assert.That(made.Weights.Sum(), Is.EqualTo(1).Within(1e-12));
            Assert.That(made.Effect, Is.EqualTo(R("place", "effect")).Within(1e-3));
            Assert.That(placebo.P, Is.EqualTo(R("place", "p")).Within(1e-12));
            Assert.That(placebo.Upper - made.Effect, Is.EqualTo(R("place", "reach")).Within(1e-2));
            Assert.That(placebo.Level, Is.EqualTo(6 / 7.0).Within(1e-12));
        });
    }

    /// <summary>With more donors than periods many weights fit as well; the gap before is still the least.</summary>
    [Test]
    public void With_more_places_than_months_the_weights_still_add_up_and_fit()
    {
        var random = new Xoshiro(3);
        var donors = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 12).Select(_ => 10 + random.Normal()).ToArray()).ToList();
        double[] one = [.. Enumerable.Range(0, 12).Select(month => (donors[3][month] + donors[17][month]) / 2)];
        var made = SyntheticControl.Of(one, donors, 6);

        Assert.Multiple(() =>
        {
            Assert.That(made.Weights.Sum(), Is.EqualTo(1).Within(1e-9));
            Assert.That(made.Weights, Has.All.GreaterThanOrEqualTo(0));
            Assert.That(made.ErrorBefore, Is.LessThan(1e-3));
        });
    }

    /// <summary>The second member comes first, being likelier, and takes the nearer; the first has the one that is left; a third is out of reach.</summary>
    [Test]
    public void Whoever_is_hardest_to_match_chooses_first_and_nobody_is_taken_twice()
    {
        var found = Matching.Nearest([1.0, 1.2, 9, 1.15, 0.9, 1.15], [true, true, true, false, false, false], [1, 1, 1, 1, 1, 2], 0.5);

        Assert.That(found.Select(match => (match.Member, match.Controls.Single())), Is.EqualTo(new[] { (0, 4), (1, 3) }));
    }

    /// <summary>2, 4 and 6 have mean 4 and standard deviation 2: the error is 2/√3, and t with 2 degrees of freedom reaches 4.3027 of it.</summary>
    [Test]
    public void An_interval_is_as_worked_by_hand()
    {
        var estimate = DifferenceInDifferences.Of([2, 4, 6]);

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Value, Is.EqualTo(4));
            Assert.That(estimate.Error, Is.EqualTo(2 / Math.Sqrt(3)).Within(1e-12));
            Assert.That(estimate.Upper, Is.EqualTo(4 + (4.3027 * 2 / Math.Sqrt(3))).Within(1e-3));
            Assert.That(double.IsNaN(DifferenceInDifferences.Of([3]).Lower) && DifferenceInDifferences.Of([3]).HoldsNone);
        });
    }

    private static IReadOnlyList<Match> Matched(int most) => Matching.Nearest(Scores.Logits, Chosen, [.. People.Select(person => (int)person[3])], 0.2 * Scores.Spread, most);

    private static (double[] One, List<double[]> Donors) Places()
    {
        var rows = Lines("places").Select(line => line.Select(Number).ToArray()).ToList();
        return ([.. rows.Select(row => row[0])], [.. Enumerable.Range(1, 6).Select(donor => rows.Select(row => row[donor]).ToArray())]);
    }

    private static double R(string quantity, string name = "") => Found[quantity].Single(one => one.Name == name).Value;

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.At("tests", "Stratify.Tests", "Statistics", "Evaluation", $"{file}.csv")).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
