using System.IO.Compression;
using System.Text;
using Stratify.Datasets;
using Stratify.Problems;
using Stratify.Tests.Datasets;
using Stratify.Tests.Support;

namespace Stratify.Tests.Cli;

/// <summary>A profile is proposed for a file that nobody has described; what the sample leaves open is put to the reader, and no value is shown.</summary>
public sealed class MapTests
{
    private const string Foreign = """
        Extract of outpatient activity
        run "on demand"
        NHSNO;Attendance Identifier;Date of Birth;Sex;Appointment Date;ATTENDED;Ward;Tariff: Total Payment
        9990001006;A1;01/02/1941;1;13/04/2024;5;Blue;£1,234.50
        9990001014;A2;02/03/1942;2;14/04/2024;5;Red;£99.00
        9990001022;A3;03/04/1943;X;15/04/2024;6;;
        """;

    [Test]
    public void A_file_of_another_shape_is_mapped_with_reasons()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "extract.csv");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(Foreign));

        var told = CommandLine.Run("map", path, "--as", "acute_outpatients");

        Assert.That(told.ExitCode, Is.Zero);
        Assert.That(told.Out, Does.StartWith("""
            # Proposed by 'stratify map' from the header and 3 rows. Read it, correct it, then 'stratify check' the job that names it.
            profile: my-acute-outpatients
            dataset: acute_outpatients
            encoding: windows-1252   # some bytes are not UTF-8, and this is what else is usual; see that names and pound signs come out right
            delimiter: ";"
            skip_lines: 2
            columns:
              nhs_number: NHSNO   # 100% sure: 3 of 3 values fit, most like 9999999999
              source_id: Attendance Identifier   # 95% sure: 3 of 3 values fit, most like A9
              # CHOOSE ONE: no day of the sample passes the twelfth, so its order of day and month cannot be told. Take the other line out.
              birth_date: {from: Date of Birth, format: "dd/MM/yyyy"}   # 95% sure: 3 of 3 values fit, most like 99/99/9999
              birth_date: {from: Date of Birth, format: "MM/dd/yyyy"}   # 95% sure: 3 of 3 values fit, most like 99/99/9999
              sex: Sex   # 83% sure: 2 of 3 values fit, most like 9; those that do not need a map to 1, 2, 9
              appointment_date: {from: Appointment Date, format: "dd/MM/yyyy"}   # 95% sure: 3 of 3 values fit, most like 99/99/9999
              attended: ATTENDED   # 100% sure: 3 of 3 values fit, most like 9
              cost: {from: "Tariff: Total Payment", currency: "£", thousands: ","}   # 100% sure: 2 of 2 values fit, most like £9,999.99
              # not found: nhs_number_traced. How far the number was traced: 01 verified; 02 and 03 make a weaker link; by a number of 04 to 08 nothing is linked.
              # not found: family_name. Family name.

            """.TrimEnd()));
        Assert.That(told.Out, Does.Contain("\n  # REQUIRED and not found: provider.").And.EndWith("\n# Headers that are none of these: Ward\n"));
    }

    [Test]
    public void A_proposal_that_leaves_a_choice_is_no_profile_until_somebody_has_chosen()
    {
        using var folder = new TemporaryFolder();
        var yaml = CommandLine.Run("map", folder.File("extract.csv", Foreign.Replace("Ward", "PROCODE", StringComparison.Ordinal)), "--as", "acute_outpatients").Out;
        var (unchosen, chosen) = (new List<Problem>(), new List<Problem>());

        ProfileReader.Read(yaml, "mine.yml", unchosen);
        var profile = ProfileReader.Read(string.Join('\n', yaml.Split('\n').Where(line => !line.Contains("MM/dd", StringComparison.Ordinal))), "mine.yml", chosen);

        Assert.Multiple(() =>
        {
            Assert.That(unchosen, Is.Not.Empty);
            Assert.That(chosen, Is.Empty);
            Assert.That(profile!.Columns.Single(column => column.Column.Name == "birth_date").Formats, Is.EqualTo(new[] { "dd/MM/yyyy" }));
        });
    }

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.All))]
    public void A_national_extract_is_known_whole_and_none_of_its_values_is_shown(Dataset dataset)
    {
        using var folder = new TemporaryFolder();
        var sample = SampleExtract.Of(dataset);
        var told = CommandLine.Run("map", folder.File("extract.csv", Encoding.UTF8.GetString(sample.Bytes())), "--as", dataset.Name, "--json");
        var read = new List<Problem>();

        Assert.Multiple(() =>
        {
            Assert.That(told.Json.GetProperty("columns").EnumerateArray().Select(column => (column.GetProperty("name").GetString(), column.GetProperty("confidence").GetDecimal())), Is.EqualTo(dataset.Columns.Select(column => (column.Name, 1m))));
            Assert.That(ProfileReader.Read(told.Json.GetProperty("yaml").GetString()!, "mine.yml", read), Is.Not.Null, string.Join('\n', read));
            Assert.That(sample.Rows.SelectMany(row => row).Where(value => value.Length > 6 && dataset.Columns.All(column => column.OneOf?.Contains(value) != true) && told.Out.Contains(value, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [TestCase("utf-8", ",")]
    [TestCase("utf-16", "tab")]
    [TestCase("windows-1252", "|")]
    public void Encoding_and_delimiter_are_found(string encoding, string delimiter)
    {
        using var folder = new TemporaryFolder();
        var text = string.Join('\n', SampleExtract.Of(Catalogue.Find("community_contacts")!).Lines(delimiter == "tab" ? '\t' : delimiter[0])).Replace("NAMEA", "Siân", StringComparison.Ordinal);
        using (var file = new GZipStream(File.Create(Path.Combine(folder.Path, "extract.csv.gz")), CompressionLevel.Fastest))
        {
            file.Write(encoding switch { "utf-8" => Encoding.UTF8.GetBytes(text), "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], _ => Encoding.Latin1.GetBytes(text) });
        }

        var found = CommandLine.Run("map", Path.Combine(folder.Path, "extract.csv.gz"), "--as", "community_contacts", "--json").Json;

        Assert.That((found.GetProperty("encoding").GetString(), found.GetProperty("delimiter").GetString(), found.GetProperty("rows_read").GetInt32()), Is.EqualTo((encoding, delimiter, SampleExtract.Count)));
    }

    [TestCase("9990001006,A1,RBA,2024-04-13,5\n9990001014,A2,RBA,2024-04-13,5\n", "STR301: No line of the first 20 looks like a header of acute_outpatients.")]
    [TestCase("Dobb,Sexton,Codey\nHall,Sax,Cost\n", "STR301: No line of the first 20 looks like a header of acute_outpatients.")]
    [TestCase("", "STR303: The file has no rows that can be read.")]
    public void A_file_without_a_header_is_refused_and_not_quoted(string text, string says)
    {
        using var folder = new TemporaryFolder();

        var told = CommandLine.Run("map", folder.File("extract.csv", text), "--as", "acute_outpatients");

        Assert.That((told.ExitCode, told.Out, told.Error.Split('\n')[0]), Is.EqualTo((5, "", $"extract.csv: {says}")));
    }

    [Test]
    public void A_dataset_or_a_file_that_is_not_there_is_told()
    {
        var (dataset, file) = (CommandLine.Run("map", "x.csv", "--as", "acute_outpatient"), CommandLine.Run("map", "nowhere/x.csv", "--as", "acute_outpatients"));

        Assert.Multiple(() =>
        {
            Assert.That(dataset.ExitCode, Is.EqualTo(2));
            Assert.That(dataset.Error, Does.StartWith("STR108: There is no dataset 'acute_outpatient'.\n    Did you mean 'acute_outpatients'?"));
            Assert.That((file.ExitCode, file.Error.Split('\n')[0]), Is.EqualTo((5, "x.csv: STR105: The file is not there.")));
        });
    }
}
