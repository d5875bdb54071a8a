using System.Text;
using System.Xml.Linq;
using Stratify.Reports;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>What the village publishes is what is kept under <c>reports/village</c>. After a change that is meant: STRATIFY_APPROVE=1, then read the diff.</summary>
public sealed class VillageReport
{
    private static readonly string Kept = Repository.At("reports", "village");

    [OneTimeSetUp]
    public void Approve()
    {
        if (Environment.GetEnvironmentVariable("STRATIFY_APPROVE") != "1") { return; }
        if (Directory.Exists(Kept)) { Directory.Delete(Kept, recursive: true); }
        foreach (var file in Published())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Kept, file))!);
            File.Copy(Path.Combine(Village.Outcome.Folder, file), Path.Combine(Kept, file));
        }
    }

    [Test]
    public void The_village_publishes_the_files_that_are_kept_and_no_other() =>
        Assert.That(Published(), Is.EqualTo(Repository.Files("reports/village", "*")));

    [Test]
    public void Every_published_file_is_the_one_that_is_kept()
    {
        Assert.Multiple(() =>
        {
            foreach (var file in Published()) { Assert.That(Content(Path.Combine(Village.Outcome.Folder, file)), Is.EqualTo(Content(Path.Combine(Kept, file))), file); }
        });
    }

    [Test]
    public void The_page_is_whole_by_itself_and_runs_nothing()
    {
        var html = Html();
        var body = Body(html);

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Not.Contain("<script").And.Not.Contains("http://").And.Not.Contains("https://").And.Not.Contains("src=\""));
            Assert.That(body.Descendants("a").Select(link => ((string)link.Attribute("href")!)[1..]), Is.SubsetOf(body.Descendants("section").Select(section => (string)section.Attribute("id")!)));
            Assert.That(body.Descendants("svg").Select(svg => (string?)svg.Attribute("role")), Is.All.EqualTo("img"));
            Assert.That(body.Descendants("th").Select(cell => (string?)cell.Attribute("scope")), Is.All.AnyOf("col", "row"));
        });
    }

    [Test]
    public void The_document_passes_the_checks_of_accessibility_that_a_program_can_make() =>
        Assert.That(PdfCheck.Faults(File.ReadAllBytes(Path.Combine(Village.Outcome.Folder, "report.pdf"))), Is.Empty);

    [Test]
    public void Page_and_whole_document_say_the_same()
    {
        var whole = PdfReport.Write(CommissionerReport.Make(PublishedResults.Read(Path.Combine(Village.Outcome.Folder, "tables")), RunFacts.Read(Path.Combine(Village.Outcome.Folder, RunFacts.FileName))!));
        var said = Body(Html()).Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3" or "td" or "caption" or "li" && element.Ancestors("nav").FirstOrDefault() is null).Select(element => Plain(element.Value)).Where(text => text.Length > 0).Distinct();
        var document = Plain(string.Join(' ', PdfCheck.Outline(whole).Select(line => line.TrimStart().Split(' ', 2).ElementAtOrDefault(1))));

        Assert.That(said.Where(text => !document.Contains(text, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void No_headline_is_longer_than_fifteen_words_and_none_speaks_of_saving()
    {
        var headlines = Body(Html()).Descendants("h2").Select(element => element.Value).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(headlines, Has.Count.GreaterThan(4));
            Assert.That(headlines.Select(headline => headline.Split(' ').Length), Is.All.LessThanOrEqualTo(15));
            Assert.That(headlines.Where(headline => headline.Contains("sav", StringComparison.OrdinalIgnoreCase)), Is.Empty);
        });
    }

    [Test]
    public void Nothing_that_names_a_villager_is_published()
    {
        var published = string.Concat(Published().Where(file => !file.EndsWith(".png", StringComparison.Ordinal)).Select(file => string.Join('\n', Content(Path.Combine(Village.Outcome.Folder, file)))));
        var names = Villager.All.SelectMany(villager => new[] { villager.NhsNumber }).Where(name => name.Length > 0);

        Assert.That(names.Where(name => published.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    private static string Html() => File.ReadAllText(Path.Combine(Village.Outcome.Folder, "report.html"));

    /// <summary>What stands between the page's main tags, which is XML as it is.</summary>
    private static XElement Body(string html) => XElement.Parse(html[html.IndexOf("<main", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)]);

    /// <summary>What may leave: everything but the restricted part, the log, and the manifest, whose timings and build differ.</summary>
    private static IReadOnlyList<string> Published() =>
        [.. Directory.EnumerateFiles(Village.Outcome.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Village.Outcome.Folder, path).Replace('\\', '/'))
            .Where(file => file is not (Manifest.FileName or "log.jsonl") && !file.StartsWith("restricted/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>A file's content however it is packed: machines differ in how they deflate.</summary>
    private static object Content(string path) => Path.GetExtension(path) switch
    {
        ".png" => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([.. new PngFile(File.ReadAllBytes(path)).Unpacked])),
        ".pdf" => Pages(new PdfFile(File.ReadAllBytes(path))),
        _ => File.ReadAllText(path),
    };

    private static string Pages(PdfFile file) =>
        string.Join('\n', file.Dictionaries.Where(it => it.GetValueOrDefault("Type") is PdfName { Name: "Page" }).Select(page => Encoding.Latin1.GetString(file.Stream(page["Contents"]))));

    /// <summary>Without white space, which each of the two puts in its own places.</summary>
    private static string Plain(string? text) => string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character)));
}
