using Stratify.Drawing;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>The village's report, made again from what was published.</summary>
public sealed class ReportAgainSpec
{
    [Test]
    public void The_whole_report_is_the_same_to_the_byte()
    {
        using var folder = new TemporaryFolder();
        var told = CommandLine.Run("report", Village.Outcome.Folder, "--for", "researcher", "--to", folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(told.ExitCode, Is.Zero, told.Error);
            foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path, path)))
            {
                Assert.That(File.ReadAllBytes(Path.Combine(folder.Path, file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(Village.Outcome.Folder, file))), file);
            }
        });
    }

    /// <summary>Whoever decides reads of people and money, whoever runs it of records; both read how it was made.</summary>
    [TestCase("commissioner", "Where services meet", "How records were linked")]
    [TestCase("analyst", "How records were linked", "Where services meet")]
    public void Each_audience_has_its_pages(string audience, string with, string without)
    {
        using var folder = new TemporaryFolder();
        var told = CommandLine.Run("report", Village.Outcome.Folder, "--for", audience, "--to", folder.Path, "--json");
        var whole = Kickers(Path.Combine(Village.Outcome.Folder, "report.html"));
        var found = Kickers(Path.Combine(folder.Path, "report.html"));

        Assert.Multiple(() =>
        {
            Assert.That(told.Json.GetProperty("pages").GetInt32(), Is.EqualTo(found.Count));
            Assert.That(found, Is.SubsetOf(whole).And.Not.EqualTo(whole));
            Assert.That(found[0], Is.EqualTo(whole[0]));
            Assert.That(found[^1], Is.EqualTo(whole[^1]));
            Assert.That(found, Does.Contain(with).And.Not.Contain(without));
            Assert.That(whole, Does.Contain(with).And.Contain(without));
        });
    }

    [Test]
    public void The_picture_for_a_slide_shows_published_figures_and_nothing_overlaps()
    {
        var results = PublishedResults.Read(Path.Combine(Village.Outcome.Folder, "tables"));
        var facts = RunFacts.Read(Path.Combine(Village.Outcome.Folder, RunFacts.FileName))!;
        var summary = CommissionerReport.Make(results, facts).Summary!;

        Assert.Multiple(() =>
        {
            Assert.That(Lint.Check(summary.Scene), Is.Empty);
            Assert.That(summary.Scene.Width / summary.Scene.Height, Is.EqualTo(16.0 / 9).Within(0.01));
            Assert.That(summary.Scene.Shapes.OfType<TextShape>().Select(text => text.Text), Does.Contain("40"));
        });
    }

    [Test]
    public void Names_that_are_none_and_folders_without_a_run_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Multiple(() =>
        {
            Assert.That(CommandLine.Run("report", Village.Outcome.Folder, "--for", "nobody", "--to", folder.Path).ExitCode, Is.EqualTo(2));
            Assert.That(CommandLine.Run("report", folder.Path, "--to", Path.Combine(folder.Path, "x")) is { ExitCode: 2, Error: var error } ? error : "", Does.Contain("no published tables here"));
        });
    }

    private static List<string> Kickers(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(html), "<p class=\"kicker\">(.*?)</p>").Select(match => match.Groups[1].Value)];
}
