using Stratify.Drawing;
using Stratify.Reports;
using Stratify.Results;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The page of measures of joined-up care.</summary>
public sealed class ReportMetricsSpec
{
    private static DrawnReport Drawn { get; } = DrawnReport.Empty
        .With("metrics", """
            panel     | metric | title          | status   | missing                                    | numerator | person_years | denominator | unit                   | per  | rate  | rate_lower | rate_upper
            Good care | falls  | Falls          | measured |                                            | 1250      | 100000       | [z]         | per 1,000 person-years | 1000 | 12.5  | 11.8       | 13.2
            Good care | home   | Home           | measured |                                            | 30        | [z]          | 40          | %                      | 100  | 75    | 59.8       | 85.8
            Good care | few    | Few            | measured |                                            | [c]       | [c]          | [z]         | per 1,000 person-years | 1000 | [c]   | [c]        | [c]
            Good care | sirens | Sirens         | missing  | emergency_attendances.acuity               | [z]       | [z]          | [z]         | per 1,000 person-years | 1000 | [z]   | [z]        | [z]
            Good care | seen   | Seen           | missing  | acute_outpatients, acute_outpatients.hrg   | [z]       | [z]          | [z]         | per 1,000 person-years | 1000 | [z]   | [z]        | [z]
            """)
        .With("metric_definitions", """
            panel     | metric | title | definition      | differs         | source
            Good care | falls  | Falls | What one falls. | Here it is all. | A guide
            """);

    [Test]
    public void Each_measure_stands_with_its_count_and_interval_and_what_is_missing_with_what_it_needs()
    {
        var page = Drawn.Report.Pages.First(page => page.Kicker == "Measures of joined-up care");
        var table = page.Blocks.OfType<DataTable>().Single();

        Assert.Multiple(() =>
        {
            Assert.That(page.Headline, Is.EqualTo("3 of 5 measures of joined-up care are told; 2 lack an input"));
            Assert.That(table.Rows.Select(row => string.Join(" | ", row)), Is.EqualTo(new[]
            {
                "Falls | 1,250 | 100,000 | 12.5 (11.8 to 13.2) | per 1,000 person-years", "Home | 30 | 40 | 75 (59.8 to 85.8) | %", "Few | [c] | [c] | [c] | per 1,000 person-years",
            }));
            Assert.That(page.Blocks.OfType<Bullets>().Single().Items, Is.EqualTo(new[]
            {
                "Sirens: acuity of emergency department attendances, which is not told.", "Seen: outpatient appointments, which was not sent for the year.",
            }));
            Assert.That(page.Blocks.OfType<Caveat>().Single().Text, Does.Contain("no counterfactual"));
        });
    }

    [Test]
    public void What_each_measure_counts_and_where_it_differs_stands_on_the_page_after()
    {
        var page = Drawn.Report.Pages.Last(page => page.Kicker == "Measures of joined-up care");

        Assert.That(page.Blocks.OfType<Bullets>().Single().Items, Is.EqualTo(new[] { "Falls. What one falls. Here it is all." }));
        Assert.That(page.Blocks.OfType<Heading>().Single().Text, Is.EqualTo("Good care (A guide)"));
    }

    /// <summary>Falls alternate and do not change; visits are 10 for six months and 14 for seven, all of those above the mean of 12.2; few are shown in two months.</summary>
    [Test]
    public void Measures_by_the_month_stand_between_limits_with_their_signs_of_change()
    {
        var months = MetricLimits.Of(MetricMonths.All(
            MetricMonths.Of("10 12 10 12 10 12 10 12 10 12 10 12", 100, metric: "falls", title: "Falls"),
            MetricMonths.Of("10 10 10 10 10 10 14 14 14 14 14 14 14", 100, metric: "ae_type1", title: "Visits"),
            MetricMonths.Of("10 12 [c] [c]", 100, metric: "few", title: "Few")));
        var page = Drawn.With(months).Report.Pages.Where(page => page.Kicker == "Measures of joined-up care").ElementAt(1);

        Assert.Multiple(() =>
        {
            Assert.That(page.Headline, Is.EqualTo("1 of 2 measures followed month by month shows a sign of change"));
            Assert.That(page.Blocks.OfType<DataTable>().Single().Rows.Select(row => string.Join(" | ", row)), Is.EqualTo(new[]
            {
                "Falls, per 1,000 person-years | 110 | 10.5 to 210 | 120 (Mar 2025) | no sign of change",
                // A mean of 158/1,300; three times √(0.1215/100) is 104.6 for a thousand.
                "Visits, per 1,000 person-years | 122 | 17 to 226 | 140 (Apr 2025) | run above, Oct 2024 to Apr 2025",
            }));
            Assert.That(page.Blocks.OfType<Paragraph>().Last().Text, Is.EqualTo("Shown in too few months for limits: few (2 months of the 12 that limits need)."));
            Assert.That(page.Blocks.OfType<Caveat>().Single().Text, Does.Contain("no counterfactual"));
            // The leading one comes first, and its seven months of a run are rings.
            Assert.That(page.Blocks.OfType<Figure>().Single().Scene.Shapes.OfType<CircleShape>().Count(circle => circle.Stroke == "#801650"), Is.EqualTo(1 + 7), "one in the key");
        });
    }

    [Test]
    public void Where_nothing_can_be_seen_there_is_no_page() => Assert.That(
        DrawnReport.Empty.With("metrics", "panel | metric | title | status | rate\nP | m | M | measured | [c]").Report.Pages.Select(page => page.Kicker), Has.None.EqualTo("Measures of joined-up care"));
}
