using System.Text.RegularExpressions;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Spec;

/// <summary>The list of contents names every page once, and stands whole on one sheet.</summary>
public sealed partial class ReportContentsSpec
{
    [TestCase(1, 6, Description = "with one scheme")]
    [TestCase(5, 10, Description = "with five")]
    public void The_pages_of_a_scheme_are_one_line(int schemes, int lines)
    {
        var report = Of(schemes);

        Assert.Multiple(() =>
        {
            Assert.That(report.Contents, Has.Count.EqualTo(lines));
            Assert.That(report.Contents.SelectMany(line => line.Pages), Is.EqualTo(Enumerable.Range(1, report.Pages.Count - 1)), "every page but the first, in order");
            Assert.That(report.Contents.Where(line => line.Pages.Count == 2).Select(line => line.Text.Split(':')[0]), Is.EqualTo(Enumerable.Range(0, schemes).Select(i => $"Scheme {i}")));
        });
    }

    [TestCase("One cohort up close: Frail", "Frail: A gives 60%", "One cohort up close")]
    [TestCase("One cohort up close: Frail", "A gives 60%", "One cohort up close: Frail")]
    [TestCase("Where the money goes", "Where: there", "Where the money goes")]
    public void A_name_that_the_headline_begins_with_is_said_once(string kicker, string headline, string says) =>
        Assert.That(new Report("T", "S", "F", new DateOnly(2025, 3, 31), [new Page("In one page", "First", []), new Page(kicker, headline, [])]).Contents.Single(), Has.Property("Kicker").EqualTo(says).And.Property("Text").EqualTo(headline));

    [Test]
    public void The_page_links_to_each_of_its_sections_once()
    {
        var html = HtmlReport.Write(Of(3));
        var nav = html[html.IndexOf("<nav", StringComparison.Ordinal)..html.IndexOf("</nav>", StringComparison.Ordinal)];

        Assert.That(Href().Matches(nav).Select(match => match.Groups[1].Value), Is.EqualTo(Enumerable.Range(2, Of(3).Pages.Count - 1).Select(page => $"p{page}")));
    }

    /// <summary>Where the first sheet has no room for all of it, none of it stands there.</summary>
    [TestCase(1, "")]
    [TestCase(20, "What this report says")]
    public void The_list_is_not_torn_between_two_sheets(int schemes, string heading)
    {
        var report = Of(schemes);
        var sheets = Sheets(PdfReport.Write(report));
        var last = Plain(report.Contents[^1].Text);

        Assert.Multiple(() =>
        {
            Assert.That(sheets[0].Contains(last, StringComparison.Ordinal), Is.EqualTo(heading.Length == 0));
            Assert.That(sheets[0].Contains(Plain("Cost a person by number of long-term conditions"), StringComparison.Ordinal), Is.EqualTo(heading.Length == 0));
            Assert.That(sheets[1], Does.StartWith(Plain(heading.Length > 0 ? heading : "Where the money goes")));
        });
    }

    /// <summary>What is read on each sheet, without white space; what repeats on all is none of it.</summary>
    private static List<string> Sheets(byte[] document)
    {
        var file = new PdfFile(document);
        return [.. file.Dictionaries.Where(it => it.GetValueOrDefault("Type") is PdfName { Name: "Page" }).Select(page => Plain(string.Concat(PdfText.Of(file, page).Pieces.Where(piece => piece.Mark >= 0).Select(piece => piece.Text))))];
    }

    private static Report Of(int schemes) => DrawnReport.Empty.With("cohorts",
        "scheme | scheme_title | kind | uses_activity | cohort | title | people | mean_cost | mean_lower | mean_upper | rank | rank_lower | rank_upper\n"
        + string.Join('\n', Enumerable.Range(0, schemes).Select(i => $"s{i} | Scheme {i} | partition | no | c | Everybody | 1000 | 100 | 90 | 110 | 1 | 1 | 1"))).Report;

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("href=\"#(p[0-9]+)\"")]
    private static partial Regex Href();
}
