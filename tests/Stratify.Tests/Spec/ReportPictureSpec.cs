using System.Globalization;
using Stratify.Drawing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>Pictures stay readable whatever the data hold.</summary>
public sealed class ReportPictureSpec
{
    [TestCaseSource(nameof(Places))]
    public void No_text_of_any_picture_is_cut_off_small_pale_or_lies_on_another(string place, DrawnReport report)
    {
        var faults = report.Report.Figures.SelectMany(figure => new[] { figure.Scene, figure.Framed }.SelectMany(Lint.Check).Select(fault => $"{figure.Id}: {fault}"));

        Assert.That(faults, Is.Empty, place);
    }

    [Test]
    public void A_hidden_group_is_drawn_as_hidden_and_its_value_is_nowhere()
    {
        var report = DrawnReport.Empty.With("cost_by_age_and_conditions", """
            age_band | conditions_band | people | cost  | mean_cost
            ---------+-----------------+--------+-------+----------
            0-17     | 0               |    100 | 10000 |       100
            18-39    | 1               |    [c] |   [c] |       [c]
            """);
        var scene = report.Report.Figures.Single(figure => figure.Id == "age-by-conditions").Scene;

        Assert.Multiple(() =>
        {
            Assert.That(scene.Shapes.OfType<LineShape>().Count(), Is.EqualTo(9), "nine strokes hatch the one hidden cell");
            Assert.That(scene.Shapes.OfType<TextShape>().Count(text => text.Text.StartsWith('£')), Is.EqualTo(1));
            Assert.That(scene.Alternative, Does.Contain("1 conditions hidden"));
        });
    }

    [Test]
    public void Parts_that_are_hidden_are_drawn_together_as_what_the_total_leaves()
    {
        var report = DrawnReport.Empty.With("cost_by_conditions", """
            conditions_band | setting     | people | mean_cost | mean_cost_all
            ----------------+-------------+--------+-----------+--------------
            0               | inpatient   |    500 |       100 | 1000
            0               | social_care |    500 |       [c] | 1000
            0               | community   |    500 |       [c] | 1000
            """);
        var texts = report.Report.Figures.Single(figure => figure.Id == "cost-by-conditions").Scene.Shapes.OfType<TextShape>().Select(text => text.Text).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(texts, Does.Contain("£1,000").And.Contain("£900").And.Contain("Not shown: few people"));
            Assert.That(report.Page("Where the money goes").Blocks.OfType<Reports.Paragraph>(), Is.Empty, "100 seen of 1,000 is no largest part");
        });
    }

    [Test]
    public void Colours_that_touch_differ_by_three_to_one_and_steps_of_the_map_carry_readable_text()
    {
        string[] stacked = ["#801650", "#f46a25", "#12436d", "#28a197", "#3d3d3d"];
        string[] ramp = ["#eef4f9", "#d0e2f0", "#a9cbe4", "#7fb2d6", "#2e76ad", "#1f5a8c", "#12436d"];

        Assert.Multiple(() =>
        {
            Assert.That(Fills(Full("900"), "cost-by-conditions").Intersect(stacked), Is.EquivalentTo(stacked), "the colours that the chart draws with");
            Assert.That(stacked.Zip(stacked.Skip(1), Colour.Contrast), Has.All.GreaterThanOrEqualTo(3));
            Assert.That(Fills(Full("900"), "age-by-conditions").Intersect(ramp), Is.Not.Empty);
            Assert.That(ramp.Select(step => Colour.Contrast(step, Colour.On(step))), Has.All.GreaterThanOrEqualTo(4.5));
        });
    }

    [Test]
    public void Every_picture_says_in_words_what_it_shows() =>
        Assert.That(Full("900").Report.Figures.Select(figure => figure.Scene.Alternative.Length), Has.All.GreaterThan(30));

    private static IEnumerable<string> Fills(DrawnReport report, string figure) =>
        report.Report.Figures.Single(each => each.Id == figure).Scene.Shapes.OfType<RectangleShape>().Select(shape => shape.Fill).OfType<string>();

    private static IEnumerable<TestCaseData> Places()
    {
        yield return Named("every picture of one thing", DrawnCharts.Of(1, i => "Asthma", "900"));
        yield return Named("every picture of two things", DrawnCharts.Of(2, i => $"Condition {i}", "900"));
        yield return Named("every picture of a hundred things", DrawnCharts.Of(100, i => $"Condition {i}", "900"));
        yield return Named("every picture free of charge", DrawnCharts.Of(17, i => $"Condition {i}", "0"));
        yield return Named("every picture with credits", DrawnCharts.Of(17, i => $"Condition {i}", "-4321"));
        yield return Named("every picture with credits of millions", DrawnCharts.Of(17, i => $"Condition {i}", "-98765432"));
        yield return Named("every picture of millions a head", DrawnCharts.Of(17, i => $"Condition {i}", "98765432"));
        yield return Named("every picture of pence a head", DrawnCharts.Of(17, i => $"Condition {i}", "0.04"));
        yield return Named("every picture all hidden", DrawnCharts.Of(17, i => $"Condition {i}", "[c]"));
        yield return Named("every picture with long names", DrawnCharts.Of(17, i => string.Join(' ', Enumerable.Repeat("incomprehensibilities", (i % 5) + 1)) + $" {i}", "900"));
        yield return Named("every picture with names without spaces", DrawnCharts.Of(17, i => new string('W', 90) + i, "900"));
        yield return Named("every picture in Welsh letters", DrawnCharts.Of(17, i => $"Pobl hŷn â chyflyrau hirdymor, Ŵyr a'r Ŷd {i}", "900"));
        yield return Named("nobody", DrawnReport.Empty);
        yield return Named("everyone alike", Full("900"));
        yield return Named("free of charge", Full("0"));
        yield return Named("all hidden", Full("[c]"));
        yield return Named("millions a head", Full("98765432"));
        yield return Named("pence a head", Full("0.04"));
        yield return Named("one cohort", Cohorts(1, _ => "Everyone"));
        yield return Named("the costliest cohorts hidden, so that everyone's mean is above what is shown", Cohorts(1, _ => "Healthy").With("population", "people | mean_cost\n---+---\n1000 | 14000"));
        yield return Named("and far above it", Cohorts(1, _ => "Healthy").With("population", "people | mean_cost\n---+---\n1000 | 98765"));
        yield return Named("a hundred cohorts", Cohorts(100, i => $"Cohort {i}"));
        yield return Named("long names", Cohorts(9, i => string.Join(' ', Enumerable.Repeat("incomprehensibilities", i + 1))));
        yield return Named("a name without spaces", Cohorts(3, _ => new string('W', 120)));
        yield return Named("Welsh letters", Cohorts(3, _ => "Pobl hŷn â chyflyrau hirdymor, Ŵyr a'r Ŷd"));
    }

    private static TestCaseData Named(string place, DrawnReport report) => new TestCaseData(place, report).SetArgDisplayNames(place);

    private static DrawnReport Full(string cost) => DrawnReport.Empty
        .With("concentration", "top_share | people | share_of_cost\n" + string.Join('\n', Enumerable.Range(1, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i / 100.0} | {i * 10} | {(cost == "[c]" ? "[c]" : $"0.{i:00}")}"))).Replace("0.100", "1", StringComparison.Ordinal))
        .With("cost_by_conditions", "conditions_band | setting | people | mean_cost | mean_cost_all\n" + Grid(["0", "1", "2", "3", "4", "5 or more"], [.. Model.Setting.All.Select(setting => setting.Name)], cost).Replace("\n", $" | {All(cost)}\n", StringComparison.Ordinal) + $" | {All(cost)}")
        .With("cost_by_age_and_conditions", "age_band | conditions_band | people | mean_cost\n" + Grid([.. Model.AgeBands.All.Select(band => band.Name)], ["0", "1", "2", "3", "4", "5 or more"], cost));

    private static string All(string cost) => cost == "[c]" ? cost : (9 * decimal.Parse(cost, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static string Grid(string[] rows, string[] columns, string cost) =>
        string.Join('\n', rows.SelectMany(row => columns.Select(column => $"{row} | {column} | {(cost == "[c]" ? "[c]" : "100000")} | {cost}")));

    private static DrawnReport Cohorts(int count, Func<int, string> title) => DrawnReport.Empty.With("cohorts",
        "scheme | scheme_title | uses_activity | cohort | title | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper\n"
        + string.Join('\n', Enumerable.Range(0, count).Select(i => $"mine | Mine | no | c{i} | {title(i)} | 1000 | {10000 / (i + 1)} | {9000 / (i + 1)} | {12000 / (i + 1)} | {i + 1} | 1 | {count}")));
}
