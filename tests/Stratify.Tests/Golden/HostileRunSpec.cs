using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Stratify.Reports;
using Stratify.Tests.Spec;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>A whole run in which a scheme, its cohorts, neighbourhoods, practices and the conditions of a list of codes have names that would be code elsewhere: in tables, pages, charts and logs they are data.</summary>
public sealed partial class HostileRunSpec
{
    private static readonly string[] _more = ["=1+1", "+1", "-1+2", "@SUM(A1)", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><b>", "</title>", "&amp;lt;", "]]>", "<!-- a", "\u202Egnp.exe"];
    private static readonly IReadOnlyList<string> _names = [.. _more, .. HostileNamesSpec.Names.Take(188)];

    private SmallJob _job = null!;
    private CommandLine _told = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        _job = new SmallJob();
        _job.Replace("good.yml", "schemes: [number-of-conditions]", "schemes: [hostile.yml]");
        File.WriteAllText(_job.At("hostile.yml"), $"{HostileNamesSpec.Yaml(_names)}\nsource: {JsonSerializer.Serialize(string.Join(" and ", _more))}\n");
        var rows = File.ReadAllLines(_job.At("extracts/register.csv"));
        var people = rows[1..].Concat(Numbers().Select((number, i) => $"{number},M{i},Made,Up,1970-01-01,1,TA1 1AA,L85001,2015-04-01")).Take(_names.Count);
        File.WriteAllLines(_job.At("extracts/register.csv"), [$"{rows[0]},Neighbourhood", .. people.Select((row, i) => $"{row},{Field(_names[i])}")]);
        File.WriteAllLines(_job.At("extracts/practices.csv"), [
            "Partner Organisation Code,Partner Name,PCN Name", $"L85001,{Field(_names[0])},{Field(_names[1])}",
            .. _names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"Y{i:00000},{Field(name)},{Field(name)}"))]);
        _job.Replace("good.yml", "schemes:", "  - dataset: practices\n    files: extracts/practices.csv\nconditions: [titles.csv]\nschemes:");
        File.WriteAllLines(_job.At("titles.csv"), ["condition,code_system,code,match,title", .. _names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"own_{i},icd10,S{i / 10:00}.{i % 10},exact,{Field(name)}"))]);
        _told = _job.Run();
    }

    [OneTimeTearDown]
    public void Clear() => _job.Dispose();

    [Test]
    public void It_is_published() => Assert.That((_names.Count, _told.ExitCode), Is.EqualTo((200, 0)), _told.Error);

    [Test]
    public void Tables_hold_every_name_whole_and_none_that_a_spreadsheet_would_work_out()
    {
        var cells = Directory.EnumerateFiles(Path.Combine(_job.Current, "tables"), "*.csv").SelectMany(file => Cells(File.ReadAllText(file))).ToHashSet();

        Assert.That(_names.Select(name => name[0] is '=' or '+' or '-' or '@' ? $"'{name}" : name).Except(cells), Is.Empty);
        Assert.That(cells.Where(cell => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' && !Number().IsMatch(cell)), Is.Empty);
    }

    [Test]
    public void The_page_has_no_element_that_a_name_would_make()
    {
        var page = File.ReadAllText(Path.Combine(_job.Current, "report.html"));

        Assert.That(page, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x").And.Not.Contain("</style><b>").And.Not.Contain("<!-- a"));
        Assert.That(page, Does.Contain("=1+1"));
    }

    [Test]
    public void Every_chart_is_whole_xml_without_a_script()
    {
        var charts = Directory.EnumerateFiles(Path.Combine(_job.Current, "charts"), "*.svg").ToList();

        Assert.That(charts, Is.Not.Empty);
        foreach (var chart in charts) { Assert.That(XDocument.Load(chart).Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("script").And.None.EqualTo("img"), Path.GetFileName(chart)); }
    }

    [Test]
    public void The_log_and_the_manifest_are_whole_json_and_the_paper_is_a_paper()
    {
        Assert.That(File.ReadLines(Path.Combine(_job.Current, "log.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.ValueKind), Is.All.EqualTo(JsonValueKind.Object));
        Assert.That(JsonDocument.Parse(File.ReadAllText(Path.Combine(_job.Current, "manifest.json"))).RootElement.GetProperty("exit_code").GetInt32(), Is.Zero);
        Assert.That(File.ReadAllBytes(Path.Combine(_job.Current, "report.pdf")).AsSpan(0, 5).SequenceEqual("%PDF-"u8));
        Assert.That(Manifest.Verify(_job.Current), Is.Empty);
    }

    [Test]
    public void The_whole_paper_says_names_as_text_and_every_page_is_drawn_to_its_end()
    {
        var paper = PdfReport.Write(CommissionerReport.Make(PublishedResults.Read(Path.Combine(_job.Current, "tables")), RunFacts.Read(Path.Combine(_job.Current, RunFacts.FileName))!));
        var file = new PdfFile(paper);
        var said = string.Concat(file.Dictionaries.Where(it => it.GetValueOrDefault("Type") is PdfName { Name: "Page" }).Select(page => PdfText.Of(file, page)).SelectMany(page => page.Pieces).Select(piece => piece.Text));

        Assert.That(PdfCheck.Faults(paper), Is.Empty);
        Assert.That(PdfCheck.Faults(File.ReadAllBytes(Path.Combine(_job.Current, "report.pdf"))), Is.Empty);
        // Lines break at spaces, and a mark that turns the direction of writing is no letter: neither is looked for.
        Assert.That(_more.Select(name => name.Replace(" ", "", StringComparison.Ordinal).TrimStart('\u202E')).Where(name => !said.Replace(" ", "", StringComparison.Ordinal).Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Titles_of_a_list_of_codes_are_one_cell_of_what_describes_the_person_years()
    {
        var cells = Cells(File.ReadAllText(Path.Combine(_job.Current, "restricted", "person_year_dictionary.csv"))).ToList();

        Assert.That(_names.Where(name => !cells.Exists(cell => cell.Contains(name, StringComparison.Ordinal))), Is.Empty);
    }

    /// <summary>Quoted as a sender would.</summary>
    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Invented NHS numbers with their check digits.</summary>
    private static IEnumerable<string> Numbers() =>
        from number in Enumerable.Range(999_100_000, 1000)
        let digits = number.ToString(CultureInfo.InvariantCulture)
        let check = 11 - (digits.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11)
        where check != 10
        select string.Create(CultureInfo.InvariantCulture, $"{digits}{check % 11}");

    /// <summary>The cells of a CSV by its quotes and commas alone, so that what our own writer does is not taken for granted.</summary>
    private static IEnumerable<string> Cells(string csv) => Cell().Matches(csv).Select(match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value);

    [GeneratedRegex("(?:^|(?<=[,\n]))(?:\"((?:[^\"]|\"\")*)\"|([^,\n]*))")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();
}
