using Stratify.Drawing;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What each picture shows of a small table: places are worked out by hand from its scale.</summary>
public sealed class ReportChartSpec
{
    private static readonly Report _report = SmallTables.Report.Report;

    [Test]
    public void An_effect_whose_interval_holds_none_is_hollow_and_others_are_filled()
    {
        var points = Scene("condition-effects").Shapes.OfType<CircleShape>().ToList();

        // From the largest: heart failure, asthma, epilepsy; what is hidden has no row.
        Assert.That(points.Select(point => point.Fill == Colour.White), Is.EqualTo(new[] { false, true, false }));
        Assert.That(Texts("condition-effects"), Does.Contain("£2,000").And.Contain("-£800 to -£200").And.Not.Contains("Dementia"));
    }

    [Test]
    public void Effects_lie_as_far_from_the_line_at_none_as_they_are_large()
    {
        var scene = Scene("condition-effects");
        var none = scene.Shapes.OfType<LineShape>().Single(line => line is { Stroke: Colour.Ink, StrokeWidth: 1.5 }).X1;
        var points = scene.Shapes.OfType<CircleShape>().Select(point => point.X - none).ToList();

        // 2,000, 100 and -500: one to one twentieth, to minus a quarter.
        Assert.That(points.Select(point => point / points[0]), Is.EqualTo(new[] { 1, 0.05, -0.25 }).Within(1e-9));
    }

    [Test]
    public void The_headline_of_effects_names_the_largest_where_chance_does_not_explain_it()
    {
        Assert.That(Page("What each condition adds").Headline, Is.EqualTo("Heart failure adds £2,000 a year, all else alike"));
        Assert.That(SmallTables.Report.With("model_effects", "setting | condition | people | effect | effect_lower | effect_upper\nall | Asthma | 20 | 100 | -1 | 201").Page("What each condition adds").Headline, Is.EqualTo("What each condition adds to a year's cost, all else alike"));
    }

    /// <summary>Three spokes, at 0°, 120° and 240°; the axis ends at 8,000, so that 4,000 lies half as far out.</summary>
    [Test]
    public void Lines_of_the_radar_go_as_far_out_as_people_cost_and_break_where_a_value_is_hidden()
    {
        var scene = Scene("condition-others");
        CircleShape[] points = [.. scene.Shapes.OfType<CircleShape>().Where(point => point.Fill is not null)];
        var rings = scene.Shapes.OfType<CircleShape>().Where(ring => ring.Fill is null).Select(ring => ring.Radius).ToList();
        var (x, y) = (300, 232);
        double Out(CircleShape point) => Math.Sqrt(Math.Pow(point.X - x, 2) + Math.Pow(point.Y - y, 2)) / rings.Max() * 8000;

        Assert.Multiple(() =>
        {
            Assert.That(points.Select(Out), Is.EqualTo(new double[] { 1000, 500, 2000, 1500, 3000, 4000, 2500, 8000, 4000, 6000 }).Within(0.01), "four lines in turn; asthma, diabetes, heart failure");
            Assert.That((points[0].X - x, Math.Sign(points[0].Y - y)), Is.EqualTo((0, -1)), "the first spoke goes up");
            Assert.That(scene.Shapes.OfType<LineShape>().Count(line => line.Stroke == "#801650"), Is.EqualTo(4), "three sides of the outer line, and the line to its mark");
            Assert.That(scene.Shapes.OfType<LineShape>().Count(line => line.Stroke == "#12436d"), Is.EqualTo(2), "with two others, one side and the line to the mark: heart failure is hidden");
        });
    }

    [Test]
    public void The_headline_of_others_is_of_the_commonest_condition() =>
        Assert.That(Page("Each condition with others").Headline, Is.EqualTo("Asthma with three or more others costs 8 times as much as alone"), "1,800 people have it, 1,700 diabetes");

    [Test]
    public void A_combination_has_a_dot_for_each_of_its_members_and_bars_as_long_as_its_people_and_cost()
    {
        var scene = Scene("combinations-pairs");
        var dots = scene.Shapes.OfType<CircleShape>().Where(dot => dot.Fill is not Colour.Grid).GroupBy(dot => dot.X).Select(column => column.Count());
        var bars = scene.Shapes.OfType<RectangleShape>().Where(bar => bar.Fill is "#12436d" or "#801650").ToList();

        Assert.Multiple(() =>
        {
            Assert.That(dots, Is.EqualTo(new[] { 3, 2 }), "the costlier first");
            Assert.That(bars[2].Height / bars[0].Height, Is.EqualTo(10).Within(1e-9), "500 people and 50");
            Assert.That(bars[1].Height / bars[3].Height, Is.EqualTo(4).Within(1e-9), "£8,000 and £2,000");
            Assert.That(scene.Shapes.OfType<LineShape>().Count(line => line is { Stroke: Colour.Ink, StrokeWidth: 2 }), Is.EqualTo(4), "an interval and its end, twice");
            Assert.That(Page("Which combinations").Headline, Is.EqualTo("1 of 2 combinations costs more than its conditions alone would, by more than chance"));
        });
    }

    [Test]
    public void Settings_of_everybody_have_no_interval() =>
        Assert.That(Scene("settings-together").Shapes.OfType<LineShape>().Where(line => line.Stroke == Colour.Ink), Is.Empty);

    /// <summary>Of twenty people of whom one has nearly all the pounds, the number may be seen and the mean may not: their column would stand on £0.</summary>
    [Test]
    public void Settings_of_people_whose_pounds_are_hidden_are_listed_and_not_drawn_as_costing_nothing()
    {
        var report = DrawnReport.Empty.With("setting_combinations", """
            settings             | people | cost | mean_cost
            primary_care         | 40     | 4000 | 100
            inpatient+outpatient | 20     | [c]  | [c]
            """);
        var picture = report.Report.Figures.Single(figure => figure.Id == "settings-together");

        Assert.Multiple(() =>
        {
            Assert.That(picture.Scene.Alternative, Does.Contain("40 people, £100 a person").And.Not.Contains("£0"));
            Assert.That(picture.Figures.Rows, Has.Count.EqualTo(1));
            Assert.That(report.Page("Where services meet").Blocks.OfType<DataTable>().First().Rows[^1], Is.EqualTo(new[] { "Inpatient + outpatient", "20", "[c]", "[c]" }));
        });
    }

    [Test]
    public void A_month_beyond_the_limits_is_filled_and_named_and_one_that_is_left_out_is_hollow()
    {
        var points = Scene("by-month-ae-attendances").Shapes.OfType<CircleShape>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(points, Has.Count.EqualTo(10), "of twelve months one is hidden and one not over");
            Assert.That(points.FindIndex(point => point.Fill == "#801650"), Is.EqualTo(8));
            Assert.That(points.FindIndex(point => point.Fill == Colour.White), Is.EqualTo(9));
            Assert.That(Texts("by-month-ae-attendances"), Does.Contain("Jan 2025: 18"));
            Assert.That(Page("Month by month").Headline, Is.EqualTo("A&E attendances in January 2025: higher than chance explains"));
            Assert.That(Page("Month by month").Blocks.OfType<Caveat>().Single().Text, Does.Contain("A&E attendances in Feb 2025").And.Contain("Not over, so not shown: Mar 2025."));
        });
    }

    [Test]
    public void The_line_of_months_breaks_where_one_is_hidden_or_left_out() =>
        Assert.That(Scene("by-month-ae-attendances").Shapes.OfType<LineShape>().Count(line => line.Stroke == "#5f7887"), Is.EqualTo(3 + 4), "April to July, and September to January");

    [Test]
    public void Two_values_are_joined_and_the_change_stands_beside_them()
    {
        var points = Scene("price-books").Shapes.OfType<CircleShape>().Skip(2).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(points, Has.Count.EqualTo(6), "after the two of the key");
            Assert.That((points[0].X - points[5].X) / (points[3].X - points[5].X), Is.EqualTo(3500.0 / 3000).Within(1e-9), "4,000 and 3,500, each less 500");
            Assert.That(Texts("price-books"), Does.Contain("-£1,000 (-25%)").And.Contain("+£1,500 (+75%)").And.Contain("no change"));
            Assert.That(Page("By another price book").Headline, Is.EqualTo("2 of 3 cohorts have another rank by another price book"));
        });
    }

    [Test]
    public void A_change_whose_interval_holds_none_is_hollow_and_its_interval_is_drawn()
    {
        var scene = Scene("year-on");
        var points = scene.Shapes.OfType<CircleShape>().Skip(2).ToList();
        var bars = scene.Shapes.OfType<RectangleShape>().Where(bar => bar is { Fill: "#a9cbe4", Height: 12 }).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(points.Select(point => point.Fill == Colour.White), Is.EqualTo(new[] { false, false, false, true }));
            Assert.That(bars[0].Width / (points[0].X - points[1].X), Is.EqualTo(4000.0 / 12000).Within(1e-9), "from -14,000 to -10,000, where the fall is 12,000");
            Assert.That(Texts("year-on"), Does.Contain("-£12,000").And.Contain("-£14,000 to -£10,000").And.Contain("+£100").And.Contain("-£50 to +£250"));
        });
    }

    [Test]
    public void Bars_of_links_are_as_long_as_the_share_that_is_linked_so_surely()
    {
        var bars = Scene("linked-records").Shapes.OfType<RectangleShape>().ToList();
        var (whole, second) = (bars[0].Width, bars.Skip(2).ToList());

        Assert.Multiple(() =>
        {
            Assert.That((bars[1].Width + 2) / whole, Is.EqualTo(0.9).Within(1e-9));
            Assert.That(second.Skip(1).Select(bar => (bar.Width + 2) / whole), Is.EqualTo(new[] { 0.5, 0.2, 0.1 }).Within(1e-9), "A, C and P of social care");
            Assert.That(Texts("linked-records"), Does.Contain("90.0%").And.Contain("80.0%"));
            // 1,700 of 2,000 in all, and 800 of 1,000.
            Assert.That(Page("How records were linked").Headline, Does.StartWith("85.0% of records are linked, and 80.0% of those of adult social care services"));
        });
    }

    [Test]
    public void Pages_of_which_nothing_can_be_seen_are_not_there()
    {
        var hidden = DrawnCharts.Of(5, i => $"Condition {i}", "[c]").Report;

        Assert.That(hidden.Pages.Select(page => page.Kicker).Intersect(["What each condition adds", "Each condition with others", "Which combinations", "Month by month", "By another price book"]), Is.Empty);
    }

    [Test]
    public void Each_picture_s_figures_are_beside_it_and_in_a_table_of_its_page() => Assert.Multiple(() =>
    {
        foreach (var page in _report.Pages.Where(page => page.Blocks.OfType<Figure>().Any(figure => SmallTables.Pictures.Contains(figure.Id))))
        {
            Assert.That(page.Blocks.OfType<DataTable>(), Is.Not.Empty, page.Kicker);
            Assert.That(page.Blocks.OfType<Caveat>(), Is.Not.Empty, page.Kicker);
            Assert.That(page.Blocks.OfType<Figure>().Select(figure => figure.Figures.Rows.Count), Is.All.Positive, page.Kicker);
        }
    });

    private static Scene Scene(string id) => _report.Figures.Single(figure => figure.Id == id).Scene;

    private static List<string> Texts(string id) => [.. Scene(id).Shapes.OfType<TextShape>().Select(text => text.Text)];

    private static Page Page(string kicker) => SmallTables.Report.Page(kicker);
}
