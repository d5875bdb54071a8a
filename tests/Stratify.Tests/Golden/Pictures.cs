using System.Text;
using Stratify.Drawing;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>
/// Pictures of small drawn tables, as they are kept under <c>Golden/Pictures</c>. After a change that is meant: STRATIFY_APPROVE=1, then look at each
/// file that differs. What a picture must show of its table is told by <c>ReportChartSpec</c>; here nothing changes unseen.
/// </summary>
public sealed class Pictures
{
    private const string Folder = "tests/Stratify.Tests/Golden/Pictures";

    [TestCaseSource(nameof(Drawn))]
    public void A_picture_is_the_one_that_is_kept(string id, Scene scene)
    {
        var (kept, svg) = (Repository.At([.. Folder.Split('/'), $"{id}.svg"]), Kept(scene, id));
        if (Environment.GetEnvironmentVariable("STRATIFY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.WriteAllText(kept, svg, new UTF8Encoding(false));
        }

        Assert.That(svg, Is.EqualTo(File.ReadAllText(kept)));
    }

    [Test]
    public void No_picture_is_kept_that_nothing_draws() =>
        Assert.That(Repository.Files(Folder, "*"), Is.EquivalentTo(Drawn().Select(drawn => $"{drawn.Arguments[0]}.svg")));

    /// <summary>As a page has it, which carries the font itself, and so that it can be opened alone.</summary>
    private static string Kept(Scene scene, string id) => Svg.Inline(scene, id).Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"Source Sans 3, Arial, sans-serif\" ", StringComparison.Ordinal) + "\n";

    private static IEnumerable<TestCaseData> Drawn() => SmallTables.Report.Report.Figures.Where(figure => SmallTables.Pictures.Contains(figure.Id))
        .Select(figure => new TestCaseData(figure.Id, figure.Framed).SetArgDisplayNames(figure.Id));
}
