using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Stratify.Engine;
using Stratify.Landing;
using Stratify.Model;
using Stratify.Settings;
using Stratify.Tests.Support;

namespace Stratify.Tests.Golden;

/// <summary>Fifteen hundred identifiers that stand nowhere else are planted in extracts; whatever a run leaves behind or says is searched for each of them, written in eight ways.</summary>
public sealed class PlantedIdentifiersSpec
{
    private const int People = 250;

    /// <summary>Letters of which no word of a report is made.</summary>
    private const string Letters = "QXZJVKWQ";

    [Test]
    public void A_run_leaves_no_identifier_anywhere_and_says_none()
    {
        using var job = Job();
        var told = job.Run();

        Assert.That(told.ExitCode, Is.EqualTo(0).Or.EqualTo(3), told.Error);
        Assert.That(Leaks(job.Output, told), Is.Empty);
    }

    [Test]
    public void Nor_does_what_is_told_of_links_say_one()
    {
        using var job = Job();
        job.Run();
        var record = string.Join(':', File.ReadLines(Path.Combine(job.Current, "restricted", "linkage_review.csv")).First(line => line.StartsWith("social_care_services,", StringComparison.Ordinal)).Split(',')[..2]);
        foreach (var told in new[] { CommandLine.Run("link", "report", job.Output), CommandLine.Run("link", "explain", job.Output, "--record", record) })
        {
            Assert.That(told.Out, Has.Length.GreaterThan(100), told.Error);
            Assert.That(Leaks(job.Output, told), Is.Empty);
        }
    }

    [TestCase("extracts/register.csv", "Practice Code", "Practice Cod", 5, Description = "a column is missing")]
    [TestCase("extracts/register.csv", "-06-15,", "/06/15,", 5, Description = "no date can be read")]
    [TestCase("extracts/care.csv", "Home Support\",", "Home Support,", 5, Description = "quotes that are never closed")]
    [TestCase("good.yml", "period: 2024/25", "period: 2024/26", 2, Description = "the job is wrong")]
    public void A_run_that_fails_leaves_no_identifier_anywhere_and_says_none(string file, string from, string to, int exitCode)
    {
        using var job = Job();
        job.Replace(file, from, to);
        var told = job.Run();

        Assert.That(told.ExitCode, Is.EqualTo(exitCode), told.Error);
        Assert.That(Leaks(job.Output, told), Is.Empty);
    }

    [Test]
    public void What_a_run_puts_on_disk_while_it_reads_shows_no_identifier()
    {
        using var job = Job();
        using var work = new TemporaryFolder();
        using var warehouse = new Warehouse(new WarehouseOptions(work.Path));
        var plan = Planner.Plan(JobReader.Read(job.Yaml));
        using var landing = new ExtractLanding(plan.Deliveries, plan.Landing);
        Stages.Run(landing.ToStage(), warehouse);

        Assert.That(Directory.EnumerateFiles(work.Path, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length), Is.GreaterThan(20_000), "where nothing is written nothing shows");
        Assert.That(Leaks(work.Path, null), Is.Empty);
    }

    /// <summary>Or else none of the above proves anything.</summary>
    [TestCaseSource(nameof(Ways))]
    public void The_search_finds_an_identifier_that_is_there(string way)
    {
        using var folder = new TemporaryFolder();
        var planted = Identifiers(7).First();
        File.WriteAllBytes(Path.Combine(folder.Path, "left.bin"), [.. "before "u8, .. Written(planted).Single(written => written.Way == way).Bytes, .. " after"u8]);

        Assert.That(Leaks(folder.Path, null), Is.Not.Empty);
    }

    private static IEnumerable<string> Ways => Written("QX1 2ZJ").Select(written => written.Way);

    private static SmallJob Job()
    {
        var job = new SmallJob();
        job.Write("extracts/register.csv", Text("NHS Number,Patient Identifier,Surname,Forename,DOB,Sex,Postcode,Address Line 1,UPRN,GP Practice Code,Registration Start Date",
            i => $"{Number(i)},{Local(i)},{Surname(i)},Ada,{1940 + (i % 60)}-06-15,{1 + (i % 2)},{Postcode(i)},{Address(i)},{Property(i)},L85001,2015-04-01"));
        job.Write("extracts/outpatients.csv", Text("NHS Number,ATTENDKEY,PROCODE,APPTDATE,ATTENDED,FIRSTATT,TRETSPEF,SUSHRG,TARIFF_TOTAL_PAYMENT",
            i => $"{Number(i)},A{i},RBA,2024-05-03,5,1,300,WF01A,100.50"));
        job.Write("extracts/care.csv", Text("NHS Number,LA Code,LA Person Unique Identifier,Event Reference,Client Surname,Client Forename,Date of Birth,Postcode,Address Line 1,UPRN,Service Type,Service Component,Event Start Date,Event End Date,Unit Cost,Cost Frequency (Unit Type),Planned units per week",
            i => $",E10009999,{Local(i)},V{i},{Surname(i)},A,15/06/{1940 + (i % 60)},{Postcode(i)},{Address(i)},{Property(i)},Long Term Support: Community,\"Home Support\",03/06/2024,16/06/2024,70.00,Weekly,"));
        job.Write("extracts/numbers.csv", Encoding.UTF8.GetBytes($"NHS Number,Superseded By NHS Number\n{string.Concat(Enumerable.Range(0, 20).Select(i => $"{Number(People + i)},{Number(i)}\n"))}"));
        job.Write("optouts.csv", Encoding.UTF8.GetBytes($"NHS Number\n{string.Concat(Enumerable.Range(20, 20).Select(i => Number(i) + "\n"))}"));
        job.Write("dummies.csv", Encoding.UTF8.GetBytes($"NHS Number\n{string.Concat(Enumerable.Range(40, 20).Select(i => Number(i) + "\n"))}"));
        job.Replace("good.yml", "schemes:", """
              - {dataset: social_care_services, files: extracts/care.csv}
              - {dataset: nhs_number_changes, files: extracts/numbers.csv}
            opt_out: optouts.csv
            dummy_numbers: dummies.csv
            linkage: {probabilistic: true}
            schemes:
            """);
        return job;
    }

    private static byte[] Text(string header, Func<int, string> row) => Encoding.UTF8.GetBytes($"{header}\n{string.Concat(Enumerable.Range(0, People).Select(i => row(i) + "\n"))}");

    private static IEnumerable<string> Identifiers(int i) => [Number(i), Local(i), Surname(i), Postcode(i), Address(i), Property(i)];

    private static string Number(int i) => NhsNumber.TestNumber(400_000 + (i * 7)) is > 0 and var number ? $"{number}" : $"{NhsNumber.TestNumber(400_001 + (i * 7))}";

    private static string Local(int i) => string.Create(CultureInfo.InvariantCulture, $"LQ{77_000_000 + (i * 131)}");

    private static string Surname(int i) => string.Concat(Enumerable.Range(0, 9).Select(letter => Letters[((i >> letter) + (letter * 3)) & 7])) + "qxz";

    private static string Postcode(int i) => string.Create(CultureInfo.InvariantCulture, $"QX{10 + (i / 26)} {i % 9}Z{(char)('A' + (i % 26))}");

    private static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"{1 + (i % 97)} Quixzote Row {100 + i}");

    private static string Property(int i) => string.Create(CultureInfo.InvariantCulture, $"{100_077_000_000 + (i * 137L)}");

    /// <summary>As it is, in capitals and small letters, without spaces, in two bytes a letter, in base 64, in hexadecimal, and as a hash without a key.</summary>
    private static IEnumerable<(string Way, byte[] Bytes)> Written(string identifier)
    {
        var utf8 = Encoding.UTF8.GetBytes(identifier);
        yield return ("as it is", utf8);
        yield return ("capitals", Encoding.UTF8.GetBytes(identifier.ToUpperInvariant()));
        yield return ("small letters", Encoding.UTF8.GetBytes(identifier.ToLowerInvariant()));
        yield return ("without spaces", Encoding.UTF8.GetBytes(identifier.Replace(" ", "", StringComparison.Ordinal)));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(identifier));
        yield return ("base 64", Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8).TrimEnd('=')));
        yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        yield return ("SHA-256", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(utf8))));
    }

    /// <summary>Names of files, their content, what is packed in it, and what was said.</summary>
    private static List<string> Leaks(string folder, CommandLine? told)
    {
        var patterns = Enumerable.Range(0, People).SelectMany(Identifiers).Concat(Enumerable.Range(People, 20).Select(Number)).SelectMany(Written).Select(written => Encoding.Latin1.GetString(written.Bytes)).Distinct().ToArray();
        var search = System.Buffers.SearchValues.Create(patterns, StringComparison.Ordinal);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList() : [];
        var texts = files.SelectMany(Contents).Append(("names of files", string.Join('\n', files.Select(Path.GetFileName)))).Append(("what was said", $"{told?.Out}{told?.Error}"));
        return [.. texts.Where(text => text.Item2.AsSpan().ContainsAny(search)).Select(text => text.Item1)];
    }

    private static IEnumerable<(string, string)> Contents(string path)
    {
        var bytes = File.ReadAllBytes(path);
        yield return (Path.GetFileName(path), Encoding.Latin1.GetString(bytes));
        if (path.EndsWith(".pdf", StringComparison.Ordinal)) { yield return ($"packed in {Path.GetFileName(path)}", Unpacked(bytes)); }
        if (path.EndsWith(".parquet", StringComparison.Ordinal)) { yield return ($"rows of {Path.GetFileName(path)}", Rows(path)); }
    }

    private static string Unpacked(byte[] pdf)
    {
        var all = new StringBuilder();
        for (var at = pdf.AsSpan().IndexOf("stream\n"u8); at >= 0;)
        {
            try
            {
                using var unpack = new ZLibStream(new MemoryStream(pdf, at + 7, pdf.Length - at - 7), CompressionMode.Decompress);
                using var reader = new StreamReader(unpack, Encoding.Latin1);
                all.Append(reader.ReadToEnd());
            }
            catch (InvalidDataException) { /* The end of a stream, or one that is not packed. */ }
            var next = pdf.AsSpan(at + 7).IndexOf("stream\n"u8);
            at = next < 0 ? -1 : at + 7 + next;
        }
        return all.ToString();
    }

    private static string Rows(string path)
    {
        using var warehouse = new Warehouse(new WarehouseOptions(Path.GetDirectoryName(path)!));
        return string.Join('\n', warehouse.Query($"select * from read_parquet('{path}')").Rows.Select(row => string.Join('|', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)))));
    }
}
