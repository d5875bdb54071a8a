using Stratify.Drawing;
using Stratify.Reports;
using Stratify.Reports.Pages;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The picture of growth by year, of drawn tables.</summary>
public sealed class ReportGrowthSpec
{
    /// <summary>From nothing to £400,000 by number, from there to £1,000,000 by ages; need takes £200,000 away, below the line.</summary>
    [Test]
    public void Parts_that_add_stand_on_each_other_and_one_that_takes_away_hangs_below()
    {
        var scene = Figure(("2030", 200, 300, -100), ("2035", 400, 600, -200))!.Scene;
        var columns = scene.Shapes.OfType<RectangleShape>().Where(shape => shape.Stroke == Colour.White).Skip(3).ToList();
        var thousand = columns[0].Height / 400;

        Assert.Multiple(() =>
        {
            Assert.That(columns.Select(column => column.Height / thousand), Is.EqualTo(new double[] { 400, 600, 200 }).Within(1e-6));
            Assert.That(columns[1].Y + columns[1].Height, Is.EqualTo(columns[0].Y).Within(1e-9), "ages stand on number");
            Assert.That(columns[2].Y, Is.EqualTo(columns[0].Y + columns[0].Height).Within(1e-9), "need hangs from nothing");
            Assert.That(scene.Title, Is.EqualTo("Older people add most by 2035: £600k a year"));
            Assert.That(scene.Shapes.OfType<TextShape>().Select(text => text.Text), Does.Contain("All, with 95% interval").And.Contain("Stated change of need").And.Contain("2035"));
        });
    }

    [Test]
    public void A_part_that_adds_in_no_year_is_not_named_and_where_all_take_away_nothing_adds()
    {
        var scene = Figure(("2030", -100, -200, 0), ("2035", -200, -300, 0))!.Scene;

        Assert.That(scene.Shapes.OfType<TextShape>().Select(text => text.Text), Does.Not.Contain("Stated change of need").And.Contain("Ages and sexes"));
        Assert.That(scene.Title, Is.EqualTo("Nothing adds to the cost of care by 2035"));
    }

    [Test]
    public void One_year_or_years_that_cannot_be_seen_have_no_picture() => Assert.Multiple(() =>
    {
        Assert.That(Figure(("2035", 1, 1, 1)), Is.Null);
        Assert.That(Figure(("2030", null, null, null), ("2035", null, null, null)), Is.Null);
    });

    [TestCase(400, 600, 200)]
    [TestCase(-400, 600, -1)]
    [TestCase(0, 0, 0)]
    [TestCase(-9_876_543, -1, 0)]
    [TestCase(0.001, 0.002, 0.003)]
    public void No_text_lies_on_another_whatever_is_added(double number, double ageing, double need)
    {
        var years = Enumerable.Range(2026, 25).Select(year => ($"{year}", (double?)(number * (year - 2025)), (double?)(ageing * (year - 2025)), (double?)(need * (year - 2025)))).ToArray();
        var figure = Figure(years)!;

        Assert.That(new[] { figure.Scene, figure.Framed }.SelectMany(Lint.Check), Is.Empty);
    }

    /// <summary>In thousands of pounds.</summary>
    private static Figure? Figure(params (string Year, double? Number, double? Ageing, double? Need)[] years)
    {
        var drawn = DrawnReport.Empty
            .With("projection_base", "year | base | people | rates | pooled | list_over_projected | morbidity | left_out | left_out_cost\n2024/25 | 2024 | 100 | 10 | 1 | 1 | 0 | 0 | 0")
            .With("projection_claims", "of | from | to | published | found | found_lower | found_upper | source\n- | 2000 | 2010 | 1% | 1 | 1 | 1 | s")
            .With("projection_curve", "sex | ages | people | cost_each\nmale | 0+ | 100 | 10")
            .With("projection_activity", "year | setting | unit | users | before | growth | growth_lower | growth_upper | change\n2000 | all | - | 1 | 1 | 1 | 1 | 1 | 1")
            .With("projection", "year | setting | unit | users | cost_before | number | ageing | morbidity | growth | growth_lower | growth_upper | cost_number | cost_ageing | cost_morbidity | cost_change | cost_change_lower | cost_change_upper\n" + string.Join('\n', years.SelectMany(year =>
                Model.Setting.Names.Prepend("all").Select(setting => $"{year.Year} | {setting} | pounds | 100 | 5000000 | 0.1 | 0.1 | 0.1 | 0.3 | 0.2 | 0.4 | {Pounds(year.Number)} | {Pounds(year.Ageing)} | {Pounds(year.Need)} | {Pounds(year.Number + year.Ageing + year.Need)} | {Pounds((year.Number + year.Ageing + year.Need) * 0.9)} | {Pounds((year.Number + year.Ageing + year.Need) * 1.1)}"))));
        var tables = drawn.Results;
        return ProjectionPage.Make((tables["projection_base"], tables["projection"], tables["projection_claims"]), (tables["projection_activity"], tables["projection_curve"]), int.Parse(years[^1].Year, System.Globalization.CultureInfo.InvariantCulture), drawn.Facts)
            .SelectMany(page => page.Blocks).OfType<Figure>().SingleOrDefault(figure => figure.Id == "projection-years");
    }

    private static string Pounds(double? thousands) => thousands is { } of ? Math.Round(of * 1000).ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "[c]";
}
