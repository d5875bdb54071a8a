using System.Globalization;
using Stratify.Statistics;
using Stratify.Tests.Support;

namespace Stratify.Tests.Statistics;

/// <summary>Models against what R's <c>glm</c> and <c>lm</c> find for the same rows (<c>Models/models.R</c>): two plain sets of data and an awkward one.</summary>
public sealed class ModelTests
{
    private static readonly (string Data, string[] Covariates, string Cluster)[] Sets = [("two_part", ["age", "ltc"], ""), ("awkward", ["age", "rare", "near"], "practice")];

    private static readonly ILookup<(string Data, string Model, string Quantity), (string Name, double Value)> Found =
        Lines("models").Skip(1).ToLookup(line => (line[0], line[1], line[2]), line => (line[3], Number(line[4])));

    private static IEnumerable<TestCaseData> Fits =>
    [
        .. Sets.SelectMany(set => new[] { "logit", "gamma", "log link", "square root", "least squares" }.Select(model => new TestCaseData(set.Data, model))),
        new TestCaseData("infert", "logit"),
    ];

    [TestCaseSource(nameof(Fits))]
    public void Coefficients_and_their_errors_are_those_of_R(string data, string model)
    {
        var (design, outcome, clusters) = Read(data, model);
        var fit = Glm.Fit(design, outcome, FamilyOf(model), threads: 2);

        Assert.Multiple(() =>
        {
            Same(fit.Coefficients, (data, model, "coefficient"), 1e-8);
            Same(fit.StandardErrors, (data, model, "error"), 1e-6);
            Same(Sandwich.StandardErrors(fit, design, outcome), (data, model, "robust"), 1e-6);
            if (Found[(data, model, "clustered")].Any()) { Same(Sandwich.StandardErrors(fit, design, outcome, clusters), (data, model, "clustered"), 1e-6); }
            Same([fit.Dispersion], (data, model, "dispersion"), 1e-8);
            Assert.That(fit.IsSettled && fit.LeftOut.Count + fit.HeldBack.Count == 0);
        });
    }

    [Test]
    public void What_two_parts_expect_is_as_near_to_costs_as_R_says([Values("two_part", "awkward")] string data)
    {
        var (design, costs) = Costs(data);
        var model = TwoPart.Fit(design, costs);
        var expected = Enumerable.Range(0, design.Rows).Select(model.Expected).ToArray();
        var actual = costs.OfUsers.Sums;
        var goodness = Goodness.Of(actual, expected);
        var (f, p) = Goodness.Tilt(actual, expected);

        Assert.Multiple(() =>
        {
            foreach (var (quantity, value) in new[] { ("r squared", goodness.RSquared), ("cumming", goodness.Cumming), ("error", goodness.Error), ("root error", goodness.RootError), ("ratio", goodness.Ratio), ("slope", Goodness.Slope(actual, expected)) })
            {
                Same([value], (data, "two parts", quantity), 1e-7);
            }
            Same([f, p], (data, "two parts", "tilt"), 1e-6);
            Same([Goodness.Link(actual, expected)], (data, "two parts", "link"), 1e-5);
            Same([Park.Power(model.Amount, design, costs.OfUsers)], (data, "park", "power"), 1e-6);
        });
    }

    [Test]
    public void Costs_come_back_from_their_logs_by_the_factor_that_R_finds([Values("two_part", "awkward")] string data)
    {
        var (design, costs) = Costs(data);
        var logs = costs.OfUsers.Sums.Select(cost => cost > 0 ? Math.Log(cost) : 0).ToArray();
        var smearing = Smearing.Fit(design, new Outcome(costs.Users, logs, [.. logs.Select(log => log * log)]), costs.OfUsers);

        Assert.Multiple(() =>
        {
            Same([smearing.Factor], (data, "smearing", "factor"), 1e-8);
            Same(smearing.Logs.Coefficients, (data, "smearing", "coefficient"), 1e-8);
        });
    }

    /// <summary>The error is held against R's jackknife, which leaves out each of sixty people in turn; of so few the two agree to a few parts in a hundred.</summary>
    [Test]
    public void A_difference_is_that_of_recycled_predictions_with_an_error_like_the_jackknife_s()
    {
        var (design, costs) = Costs("two_part");
        var model = TwoPart.Fit(design, costs);
        var (none, four) = (new Given(2, 0), new Given(2, 4));
        var effect = model.Effect([none], [four]);

        Assert.Multiple(() =>
        {
            Same([model.Recycled(none), model.Recycled(four)], ("two_part", "two parts", "none"), 0, [.. Found[("two_part", "recycled", "ltc")].Select(one => one.Value)]);
            Assert.That(effect.Estimate, Is.EqualTo(301.0646957).Within(1e-6));
            Assert.That(effect.StandardError, Is.EqualTo(Found[("two_part", "jackknife", "error")].Single().Value).Within(6).Percent);
        });
    }

    /// <summary>Of least squares the difference is the coefficient, and its error the robust one without the part for few people.</summary>
    [Test]
    public void A_difference_by_one_part_has_the_coefficient_s_error_or_one_like_the_jackknife_s()
    {
        var (design, costs) = Costs("two_part");
        var squares = Glm.Fit(design, costs.OfEveryone, Family.Normal);
        var (one, roots) = (OnePart.Effect(squares, design, costs.OfEveryone, [new Given(2, 0)], [new Given(2, 1)]), Glm.Fit(design, costs.OfEveryone, Family.SquareRoot));
        var four = OnePart.Effect(roots, design, costs.OfEveryone, [new Given(2, 0)], [new Given(2, 4)]);

        Assert.Multiple(() =>
        {
            Assert.That(one.Estimate, Is.EqualTo(squares.Coefficients[2]).Within(1e-9));
            Assert.That(one.StandardError, Is.EqualTo(Sandwich.StandardErrors(squares, design, costs.OfEveryone)[2] * Math.Sqrt(57 / 60.0)).Within(1e-9));
            Assert.That(four.Estimate, Is.EqualTo(Found[("two_part", "square root", "recycled")].Single().Value).Within(1e-6));
            Assert.That(four.StandardError, Is.EqualTo(Found[("two_part", "square root", "jackknife")].Single().Value).Within(6).Percent);
        });
    }

    [Test]
    public void People_who_share_their_covariates_may_share_a_row_whatever_the_family([Values("logit", "gamma", "square root", "least squares")] string model)
    {
        var (design, outcome, _) = Read("two_part", model);
        var shared = Lines("two_part").Skip(1).Select((line, row) => (Key: (Number(line[1]), Number(line[2])), row)).GroupBy(one => one.Key, one => one.row).ToList();
        var few = DesignMatrix.OfValues(["age", "ltc"], [.. shared.Select(group => (double[])[group.Key.Item1, group.Key.Item2])]);
        var sums = new Outcome([.. shared.Select(rows => rows.Sum(row => outcome.People[row]))], [.. shared.Select(rows => rows.Sum(row => outcome.Sums[row]))], [.. shared.Select(rows => rows.Sum(row => outcome.Squares[row]))]);
        var (each, together) = (Glm.Fit(design, outcome, FamilyOf(model)), Glm.Fit(few, sums, FamilyOf(model)));

        Assert.Multiple(() =>
        {
            Assert.That(few.Rows, Is.LessThan(design.Rows));
            for (var column = 0; column < 3; column++)
            {
                Assert.That(together.Coefficients[column], Is.EqualTo(each.Coefficients[column]).Within(1e-9));
                Assert.That(together.StandardErrors[column], Is.EqualTo(each.StandardErrors[column]).Within(1e-9));
                Assert.That(Sandwich.StandardErrors(together, few, sums)[column], Is.EqualTo(Sandwich.StandardErrors(each, design, outcome)[column]).Within(1e-9));
            }
        });
    }

    [Test]
    public void A_column_that_others_give_or_that_nobody_has_is_left_out_and_named_and_the_rest_is_as_without_it()
    {
        var (design, outcome, _) = Read("two_part", "least squares");
        var lines = Lines("two_part").Skip(1).ToList();
        var more = DesignMatrix.OfValues(["age", "decades", "nobody", "ltc"], [.. lines.Select(line => (double[])[Number(line[1]), Number(line[1]) / 10, 0, Number(line[2])])]);
        var (plain, fit) = (Glm.Fit(design, outcome, Family.Normal), Glm.Fit(more, outcome, Family.Normal));

        Assert.Multiple(() =>
        {
            Assert.That(fit.LeftOut, Is.EqualTo(new[] { "decades", "nobody" }));
            Assert.That(fit.Coefficients[4], Is.EqualTo(plain.Coefficients[2]).Within(1e-9));
            Assert.That(double.IsNaN(fit.Coefficients[2]) && double.IsNaN(fit.StandardErrors[3]));
        });
    }

    [Test]
    public void A_flag_that_tells_who_costs_anything_without_fail_is_held_back_and_named()
    {
        var flags = DesignMatrix.OfFlags(["ill", "old"], [[], [1], [0], [0, 1]]);
        var fit = Glm.Fit(flags, Outcome.OfShares([100, 50, 40, 30], [30, 20, 40, 30]), Family.Logit);

        Assert.Multiple(() =>
        {
            Assert.That(fit.HeldBack, Is.EqualTo(new[] { "ill" }));
            Assert.That(fit.Mean(flags, 2), Is.GreaterThan(0.99));
            Assert.That(fit.Mean(flags, 0), Is.EqualTo(0.3).Within(0.01));
        });
    }

    [TestCase(new double[] { 0, 0, 0 }, 0, TestName = "Where_nobody_costs_anything_nothing_is_expected")]
    [TestCase(new double[] { 10, 20, 30 }, 20, TestName = "Where_everybody_costs_something_there_is_one_part")]
    [TestCase(new double[] { 10, 0, 20 }, 10, TestName = "Where_nobody_differs_the_mean_is_expected")]
    public void A_population_at_the_edge_is_modelled(double[] costs, double mean)
    {
        var design = DesignMatrix.OfFlags(["ill"], [[], []]);
        var model = TwoPart.Fit(design, Stratify.Statistics.Costs.Of(2, [0, 1, 0], costs));

        Assert.That((model.Expected(0) * 2 / 3) + (model.Expected(1) / 3), Is.EqualTo(mean).Within(1e-9));
    }

    private static (DesignMatrix Design, Costs Costs) Costs(string data)
    {
        var covariates = Sets.First(set => set.Data == data).Covariates;
        var (header, rows) = Table(data);
        var costs = rows.Select(line => Number(line[Array.IndexOf(header, "cost")])).ToArray();
        return (DesignMatrix.OfValues(covariates, [.. rows.Select(line => covariates.Select(name => Number(line[Array.IndexOf(header, name)])).ToArray())]),
            Stratify.Statistics.Costs.Of(rows.Count, [.. Enumerable.Range(0, rows.Count)], costs));
    }

    private static (DesignMatrix Design, Outcome Outcome, int[] Clusters) Read(string data, string model)
    {
        var (header, rows) = Table(data);
        if (data == "infert")
        {
            string[] covariates = ["age", "spontaneous", "induced"];
            return (DesignMatrix.OfValues(covariates, [.. rows.Select(line => line[1..4].Select(Number).ToArray())]), Outcome.OfEach([.. rows.Select(line => Number(line[0]))]), [.. rows.Select(line => (int)Number(line[4]) - 1)]);
        }
        var (design, costs) = Costs(data);
        int[] clusters = Array.IndexOf(header, "practice") is var at and >= 0 ? [.. rows.Select(line => (int)Number(line[at]) - 1)] : [];
        return (design, model switch { "logit" => Outcome.OfShares(costs.People, costs.Users), "gamma" => costs.OfUsers, _ => costs.OfEveryone }, clusters);
    }

    private static Family FamilyOf(string model) => model switch { "logit" => Family.Logit, "gamma" => Family.Gamma, "log link" => Family.Poisson, "square root" => Family.SquareRoot, _ => Family.Normal };

    /// <summary>Within a tolerance, of a value above one of its size.</summary>
    private static void Same(IReadOnlyList<double> ours, (string, string, string) key, double tolerance, IReadOnlyList<double>? values = null)
    {
        var theirs = values ?? [.. Found[key].Select(one => one.Value)];
        Assert.That(ours, Has.Count.EqualTo(theirs.Count), $"{key}");
        for (var i = 0; i < theirs.Count; i++) { Assert.That(ours[i], Is.EqualTo(theirs[i]).Within(Math.Max(tolerance, 1e-9) * Math.Max(1, Math.Abs(theirs[i]))), $"{key} {i}"); }
    }

    private static (string[] Header, List<string[]> Rows) Table(string name) => (Lines(name).First(), [.. Lines(name).Skip(1)]);

    private static IEnumerable<string[]> Lines(string name) => File.ReadLines(Repository.At("tests", "Stratify.Tests", "Statistics", "Models", $"{name}.csv")).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
