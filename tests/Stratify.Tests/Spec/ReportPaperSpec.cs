using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>What is printed is what is read at a table; what is not is named, with the way to have it.</summary>
public sealed class ReportPaperSpec
{
    private static readonly DataTable _three = new("Costs", ["Name", "Cost"], [["first", "1"], ["second", "2"], ["third", "3"]]);

    [Test]
    public void A_page_that_is_not_printed_is_named_with_the_way_to_have_it()
    {
        var paper = Paper.Of(Of(new Page("Which cohorts: Frailty", "Found", []), new Page("Which cohorts: Age", "Found too", []) { IsPrinted = false }, new Page("Which cohorts: Sex", "Found as well", []) { IsPrinted = false }));

        Assert.Multiple(() =>
        {
            Assert.That(paper.Pages.Select(page => page.Kicker), Is.EqualTo(new[] { "In one page", "Which cohorts: Frailty" }));
            Assert.That(paper.LeftOut, Is.EqualTo(new[] { "In report.html, and not printed here: Which cohorts: Age, Sex.", Paper.HowToAsk }));
            Assert.That(Read(paper), Does.Contain("Whichcohorts:Age,Sex").And.Contain("--whole").And.Not.Contain("Foundtoo"));
        });
    }

    [Test]
    public void Rows_and_tables_that_are_not_printed_are_counted_above_what_is_to_be_read_with_care()
    {
        var paper = Paper.Of(Of(new Page("Money", "Found", [_three with { Printed = 2 }, _three with { Caption = "People; all of them", IsPrinted = false }, new Caveat("Care.")])));

        Assert.Multiple(() =>
        {
            Assert.That(paper.Pages[1].Blocks.OfType<DataTable>().Single().Rows.Select(row => row[0]), Is.EqualTo(new[] { "first", "second" }));
            Assert.That(paper.Pages[1].Blocks.OfType<Note>().Single().Text, Is.EqualTo("report.html has also: one more row of 'costs'; people."));
            Assert.That(paper.Pages[1].Blocks[^1], Is.InstanceOf<Caveat>());
        });
    }

    [Test]
    public void The_page_on_the_screen_has_all_of_it()
    {
        var html = HtmlReport.Write(Of(new Page("Money", "Found", [_three with { Printed = 2 }]), new Page("Which cohorts: Age", "Found too", []) { IsPrinted = false }));

        Assert.That(html, Does.Contain("third").And.Contain("Found too").And.Not.Contain("not printed"));
    }

    [Test]
    public void A_report_of_which_all_is_printed_says_nothing_of_paper()
    {
        var report = Of(new Page("Money", "Found", [_three with { Printed = 3 }]));

        Assert.That(Paper.Of(report).LeftOut, Is.Empty);
    }

    [Test]
    public void Of_the_schemes_of_a_job_the_first_is_printed_and_the_others_are_named()
    {
        var report = DrawnReport.Empty.With("cohorts",
            "scheme | scheme_title | kind | uses_activity | cohort | title | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper\n"
            + string.Join('\n', Enumerable.Range(1, 3).Select(i => $"s{i} | Scheme {i} | partition | no | c | Everybody | 1000 | 100 | 90 | 110 | 1 | 1 | 1"))).Report;

        Assert.Multiple(() =>
        {
            Assert.That(Paper.Of(report).Pages.Where(page => page.Kicker.StartsWith("Which cohorts", StringComparison.Ordinal)).Select(page => page.Kicker), Is.EqualTo(new[] { "Which cohorts: Scheme 1" }));
            Assert.That(Paper.Of(report).LeftOut[0], Does.Contain("Which cohorts: Scheme 2, Scheme 3; Where to look first: Scheme 2, Scheme 3"));
        });
    }

    private static Report Of(params Page[] pages) => new("T", "S", "F", new DateOnly(2025, 3, 31), [new Page("In one page", "First", [new Contents()]), .. pages]);

    private static string Read(Report report)
    {
        var file = new PdfFile(PdfReport.Write(report));
        return string.Concat(file.Dictionaries.Where(it => it.GetValueOrDefault("Type") is PdfName { Name: "Page" }).SelectMany(page => PdfText.Of(file, page).Pieces).SelectMany(piece => piece.Text).Where(letter => !char.IsWhiteSpace(letter)));
    }
}
