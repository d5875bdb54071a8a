using System.Globalization;
using Stratify.Drawing;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The page on places against their peers says what its table says, and its pictures stay readable.</summary>
public sealed class ReportPeersSpec
{
    private const string Header = "place | measure | people | events | expected_events | cost | expected_cost | lot | ratio | ratio_lower | ratio_upper | shrunken_ratio | z | verdict_95 | verdict_998 | between_places";

    [Test]
    public void The_headline_counts_those_beyond_the_outer_limits()
    {
        var page = Practices(Emergencies("A", 100, 50, "higher", "higher", 6), Emergencies("B", 20, 30, "lower", "as expected", -2), Emergencies("C", 30, 30, "as expected", "as expected", 0.01)).Page("Places against their peers: practices");

        Assert.Multiple(() =>
        {
            Assert.That(page.Headline, Is.EqualTo("1 of 3 practices differs from expected in emergency admissions by more than chance"));
            Assert.That(page.Blocks.OfType<Paragraph>().First().Text, Does.Contain("Of 3 practices about 0.2 would lie beyond the 95% limits by chance alone"));
            Assert.That(page.Blocks.OfType<Caveat>().Single().Text, Does.StartWith("A difference is a question and not a verdict"));
            Assert.That(page.Blocks.OfType<DataTable>().First().Rows.Select(row => (row[0], row[2], row[3], row[4], row[7])), Is.EqualTo(new[] { ("A", "100", "50", "2.00", "99.8%"), ("C", "30", "30", "1.00", "neither"), ("B", "20", "30", "0.67", "95%") }));
        });
    }

    [Test]
    public void Beyond_the_inner_limits_alone_nothing_is_claimed_and_within_them_that_is_said()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Practices(Emergencies("A", 45, 30, "higher", "as expected", 2.2), Emergencies("B", 30, 30, "as expected", "as expected", 0)).Page("Places").Headline, Is.EqualTo("1 of 2 practices may differ from expected in emergency admissions, which chance can do"));
            Assert.That(Practices(Emergencies("A", 31, 30, "as expected", "as expected", 0.1), Emergencies("B", 30, 30, "as expected", "as expected", 0)).Page("Places").Headline, Is.EqualTo("No practice differs from expected in emergency admissions by more than chance"));
        });
    }

    [Test]
    public void Only_places_beyond_the_limits_are_named_in_the_picture()
    {
        var scene = Practices(Emergencies("Alder", 100, 50, "higher", "higher", 6), Emergencies("Birch", 30, 30, "as expected", "as expected", 0)).Report.Figures.Single(figure => figure.Id == "practices-funnel").Scene;

        Assert.That(scene.Shapes.OfType<TextShape>().Select(text => text.Text), Does.Contain("Alder").And.Not.Contain("Birch"));
    }

    [Test]
    public void Spending_stands_beside_what_comes_of_it_where_both_can_be_seen()
    {
        var page = Practices(Emergencies("A", 100, 50, "higher", "higher", 6), Cost("A", 100, 200, "lower", "lower", -4), Emergencies("B", 30, 30, "as expected", "as expected", 0), Cost("B", 200, 200, "as expected", "as expected", 0), Cost("C", 300, 200, "higher", "as expected", 2)).Page("Places");
        var table = page.Blocks.OfType<DataTable>().Last();

        Assert.Multiple(() =>
        {
            Assert.That(table.Rows.Select(row => (row[0], row[1], row[3], row[5])), Is.EqualTo(new[] { ("A", "0.50", "2.00", "costs less, more emergencies"), ("B", "1.00", "1.00", "neither") }), "C has no emergencies that can be seen");
            Assert.That(page.Blocks.OfType<Figure>().Last().Scene.Title, Is.EqualTo("1 of 2 practices may differ in cost, and 1 in emergency admissions"));
        });
    }

    [Test]
    public void One_practice_has_no_page_and_hidden_ones_have_no_picture()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Practices(Emergencies("A", 100, 100, "[z]", "[z]", null)).Report.Pages.Select(page => page.Kicker), Has.None.StartsWith("Places"));
            Assert.That(Practices("A | emergency_admissions | [c]", "B | emergency_admissions | [c]").Page("Places").Headline, Is.EqualTo("Practices have too few people to be held against each other"));
            Assert.That(Practices("A | emergency_admissions | [c]", "B | emergency_admissions | [c]").Report.Figures.Select(figure => figure.Id), Has.None.StartsWith("practices"));
        });
    }

    [TestCaseSource(nameof(Towns))]
    public void No_text_of_the_pictures_is_cut_off_small_pale_or_lies_on_another(string town, DrawnReport report)
    {
        var figures = report.Report.Figures.Where(figure => figure.Id.StartsWith("practices", StringComparison.Ordinal)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(figures.SelectMany(figure => new[] { figure.Scene, figure.Framed }.SelectMany(Lint.Check).Select(fault => $"{figure.Id}: {fault}")), Is.Empty, town);
            Assert.That(figures.Select(figure => figure.Scene.Alternative.Length), Has.All.GreaterThan(30));
            Assert.That(figures, Is.Not.Empty);
        });
    }

    private static IEnumerable<TestCaseData> Towns()
    {
        yield return Named("a hundred and fifty practices, a third of them outside", Many(150, i => $"P{i:000}"));
        yield return Named("long names", Many(20, i => $"The surgery of a village with a name that goes on {i}"));
        yield return Named("names without spaces", Many(20, i => new string('W', 60) + i));
        yield return Named("Welsh letters", Many(6, i => $"Meddygfa Tŷ Ŵyr {i}"));
        yield return Named("all alike", Practices([.. Enumerable.Range(0, 20).SelectMany(i => new[] { Emergencies($"P{i}", 30, 30, "higher", "higher", 4), Cost($"P{i}", 30, 30, "as expected", "as expected", 0) })]));
        yield return Named("none had any", Practices(Emergencies("A", 0, 0.3, "lower", "lower", -4), Emergencies("B", 0, 0.2, "lower", "lower", -4)));
        yield return Named("twenty times as many", Practices(Emergencies("A", 1000, 50, "higher", "higher", 9), Cost("A", 100000000, 5000000, "higher", "higher", 9), Emergencies("B", 20, 30, "as expected", "as expected", 0), Cost("B", 1, 5000000, "lower", "lower", -9)));
        yield return Named("places that differ much", Practices(Emergencies("A", 100, 50, "as expected", "as expected", 1, 3), Emergencies("B", 20, 30, "as expected", "as expected", 0, 3)));
    }

    private static TestCaseData Named(string town, DrawnReport report) => new TestCaseData(town, report).SetArgDisplayNames(town);

    private static DrawnReport Many(int count, Func<int, string> name) => Practices([.. Enumerable.Range(0, count).SelectMany(i => new[]
    {
        Emergencies(name(i), 20 + (i * 7 % 90), 30 + (i * 13 % 80), i % 3 == 0 ? "higher" : "as expected", i % 6 == 0 ? "higher" : "as expected", i % 3 == 0 ? 2 + (i / 50.0) : 0.5),
        Cost(name(i), 20000 + (i * 7919 % 30000), 30000, i % 5 == 0 ? "lower" : "as expected", "as expected", i % 5 == 0 ? -2.5 : 0.3),
    })]);

    private static DrawnReport Practices(params string[] rows) => DrawnReport.Empty.With("practices", $"{Header}\n{string.Join('\n', rows.Select(row => row.EndsWith("[c]", StringComparison.Ordinal) ? row + string.Concat(Enumerable.Repeat(" | [c]", 13)) : row))}");

    private static string Emergencies(string place, double events, double expected, string inner, string outer, double? z, double between = 0) => Row(place, "emergency_admissions", $"{Text(events)} | {Text(expected)} | [z] | [z] | 1", events / expected, (inner, outer), z, between);

    private static string Cost(string place, double pounds, double expected, string inner, string outer, double? z) => Row(place, "cost", $"[z] | [z] | {Text(pounds)} | {Text(expected)} | 100", pounds / expected, (inner, outer), z, 0);

    private static string Row(string place, string measure, string amounts, double ratio, (string Inner, string Outer) verdict, double? z, double between) =>
        $"{place} | {measure} | 1000 | {amounts} | {Text(ratio)} | {Text(ratio * 0.7)} | {Text(ratio * 1.4)} | {Text(ratio)} | {(z is { } score ? Text(score) : "[z]")} | {verdict.Inner} | {verdict.Outer} | {Text(between)}";

    private static string Text(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
